using System.Text.Json;
using Sems.Simulator.Replay;

namespace Sems.Simulator.Tests.Replay;

public class CurveMismatchTests
{
    private static readonly ReplayRow[] Rows =
    [
        new(2, "100", "1.720", "0.032", null, null), new(3, "110.5", "1.7", "0.04", "220.0", "130"), new(4, "90", "0", "2", null, null),
    ];

    [Theory]
    [InlineData("[[100,1.72,null,0.032,null],[110.5,1.7,220,0.04,130.0],[90,0,null,2,null]]", null)]
    [InlineData("[[90,0,null,2.0,null],[100.0,1.720,null,3.2e-2,null],[110.5,1.7,220,0.04,130]]", null)]
    [InlineData("[[100,1.72,null,0.032,null],[110.5,1.7,220,0.04,130.0]]", "1 samples are missing, the first is line 4")]
    [InlineData("[[100,1.721,null,0.032,null]]", "line 2 was sent as")]
    [InlineData("[[100,1.72,0,0.032,null]]", "line 2 was sent as")]
    [InlineData("[[110.5,1.7,null,0.04,130]]", "line 3 was sent as")]
    [InlineData("[[100,1.72,null,0.032,null],[100,1.72,null,0.032,null]]", "never sent, or comes twice")]
    [InlineData("[[101,1.72,null,0.032,null]]", "never sent, or comes twice")]
    [InlineData("[[100,1.72]]", "is not five values")]
    public void A_curve_is_held_against_the_rows_sent(string points, string? mismatch)
    {
        var found = ReplayVerifier.CurveMismatch(Rows, [.. JsonDocument.Parse(points).RootElement.EnumerateArray()]);
        if (mismatch is null) Assert.Null(found);
        else Assert.Contains(mismatch, found, StringComparison.Ordinal);
    }
}
