using Sems.Bench.Danger;

namespace Sems.Bench.Tests.Danger;

/// <summary>A small run of the lab.</summary>
public sealed class DangerLabTests
{
    [Fact]
    public void Dangers_are_found_soon_and_nothing_else_is()
    {
        var missed = new System.Collections.Concurrent.ConcurrentBag<string>();
        var result = new DangerLab(seed: 4711, charges: 200, recordings: []) { Missed = missed.Add }.Run();
        using var table = new StringWriter();
        LabTable.Write(table, result);
        Assert.True(result.IsGood, $"{table}\n{string.Join('\n', missed)}");
        Assert.All(result.Injections, i => Assert.True(i.Tried > 0, $"{i.Name} {i.Strength} found no place"));
        Assert.True(result.Injections.Select(i => i.Name).Distinct().Count() >= 10);
    }

    [Fact]
    public void A_run_is_repeated_by_its_seed()
    {
        static string Run()
        {
            using var json = new StringWriter();
            LabTable.WriteJson(json, new DangerLab(seed: 3, charges: 20, recordings: []).Run());
            return json.ToString();
        }

        Assert.Equal(Run(), Run());
    }
}
