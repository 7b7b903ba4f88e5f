using Sems.Analysis.Anomalies;

namespace Sems.Analysis.Tests.Anomalies;

public sealed class EpisodeTests
{
    /// <summary>x: a wrong sample, o: a right one, -: one that says nothing. Upper case below: the episode is open afterwards.</summary>
    [Theory]
    [InlineData("xxx", 3, "..!")]
    [InlineData("xxoxx", 3, ".....")] // one right sample breaks the row
    [InlineData("xx-x", 3, "...!")] // one that says nothing does not
    [InlineData("xxxooo", 3, "..!!!.")]
    [InlineData("xxxooxooo", 3, "..!!!!!!.")] // once per episode
    [InlineData("xxxxxxxx", 3, "..!!!!!!")]
    [InlineData("xxxoooxxx", 3, "..!!!...!")] // armed again
    [InlineData("xo", 1, "!.")]
    public void Opens_after_so_many_in_a_row_and_closes_after_as_many(string samples, int row, string open)
    {
        var episode = default(Episode);
        var seen = samples.Select(s => (episode = episode.Next(s switch { 'x' => true, 'o' => false, _ => null }, row)).IsOpen ? '!' : '.');
        Assert.Equal(open, string.Concat(seen));
    }

    [Fact]
    public void Sixty_in_a_row_are_counted()
    {
        var episode = Enumerable.Range(0, 59).Aggregate(default(Episode), (e, _) => e.Next(true, 60));
        Assert.False(episode.IsOpen);
        Assert.True(episode.Next(true, 60).IsOpen);
    }
}
