using Vafa.Cli;

return await Verbs.Run(args);
