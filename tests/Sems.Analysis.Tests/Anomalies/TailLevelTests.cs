using System.Globalization;
using Sems.Analysis.Anomalies;

namespace Sems.Analysis.Tests.Anomalies;

public sealed class TailLevelTests
{
    /// <summary>?: nothing to compare with, !: risen by 0.5 A and by half.</summary>
    [Theory]
    [InlineData("0.2 0.2 0.2", "?..")]
    [InlineData("0.2 0.69 0.7", "?.!")]
    [InlineData("0.2 0.15 0.66 0.64", "?.!.")] // from the lowest it had reached
    [InlineData("1.7 1.2 0.8 0.3 0.81", "?...!")] // after a pause the charger starts anew
    [InlineData("1.2 1.75 1.8", "?.!")] // by half of it
    [InlineData("0.2 0 0.2", "?..")] // a single sample without current is no level
    [InlineData("0.2 0 0 0 1.7 1.6", "?...?.")] // unplugged: another bike
    public void A_rise_is_measured_from_the_lowest_level(string amperes, string risen)
    {
        var level = default(TailLevel);
        var seen = amperes.Split(' ').Select(a => double.Parse(a, CultureInfo.InvariantCulture)).Select(a =>
        {
            var said = level.Risen(a, 0.5);
            level = level.Next(a, 3);
            return said switch { null => '?', true => '!', false => '.' };
        });
        Assert.Equal(risen, string.Concat(seen));
    }
}
