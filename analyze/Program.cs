using System.Text;
using Sems.Analyze.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return AnalyzeCommand.Run(args, Console.Out, Console.Error);
