// httpYac keeps the body of a named answer under the name itself, VS Code's REST Client under
// `name.response.body`. The examples are written for the latter; this makes httpYac read them too.
module.exports = {
  configureHooks(api) {
    api.hooks.replaceVariable.addHook(
      'answerBody',
      (text) => (typeof text === 'string' ? text.replace(/\{\{\s*(\w+)\.response\.body\./g, '{{$1.') : text),
      { before: ['javascript'] },
    );
  },
};
