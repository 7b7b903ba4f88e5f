using System.Text.Json;
using Sems.Analyze.Commands;

namespace Sems.Analyze.Tests;

/// <summary>What the command answered.</summary>
internal sealed record Answer(int Code, string Output, string Error)
{
    public static Answer Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = AnalyzeCommand.Run(args, output, error);
        return new Answer(code, output.ToString(), error.ToString());
    }

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>It refused: exit code 2, nothing on stdout, and a line that says all this.</summary>
    public void Refused(params string[] said)
    {
        Assert.Equal((2, ""), (Code, Output));
        Assert.StartsWith("sems analyze: ", Error, StringComparison.Ordinal);
        Assert.All(said, part => Assert.Contains(part, Error, StringComparison.Ordinal));
    }
}
