using System.CommandLine;
using System.Text;
using Sems.Simulator.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var signals = new Signals();
try
{
    var options = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
    return await Commands.Create(signals.Stop).Parse(args).InvokeAsync(options);
}
catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested)
{
    return 1;
}
catch (Exception e) when (e is InvalidDataException or IOException or FormatException or ArgumentException or HttpRequestException or TimeoutException)
{
    Console.Error.WriteLine("sems-simulator: " + e.Message);
    return 1;
}
