using Sems.GrainInterfaces;
using Sems.Grains.Cluster;

namespace Sems.Grains.Tests.Cluster;

public sealed class ClusterBookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly ClusterBook _book = new();

    [Fact]
    public void Nothing_told_is_nothing()
    {
        var overview = _book.Overview(Noon);
        Assert.Null(overview.Engine);
        Assert.Empty(overview.Silos);
        Assert.Empty(overview.Points);
    }

    [Fact]
    public void What_silos_do_adds_up()
    {
        _book.Note(Report("a", calls: 60, bucket: 100), Noon);
        _book.Note(Report("b", calls: 600, bucket: 200, failures: 2), Noon);
        var overview = _book.Overview(Noon);
        Assert.Equal(["a", "b"], overview.Silos.Select(s => s.Name));
        Assert.Equal([1, 10], overview.Silos.Select(s => s.LastMinute.PerSecond));
        Assert.Equal(new ActivationCount("AmmeterGrain", 20), Assert.Single(overview.Activations));
        var method = Assert.Single(overview.Methods);
        Assert.Equal((11, 2), (method.LastMinute.PerSecond, method.LastMinute.Failures));
        Assert.Equal(overview.Silos[1].LastMinute.P50Ms, method.LastMinute.P50Ms);
        Assert.True(overview.Silos[0].LastMinute.P50Ms < method.LastMinute.P50Ms);
    }

    [Fact]
    public void A_silo_that_stopped_to_report_is_gone_and_after_an_hour_forgotten()
    {
        _book.Note(Report("a"), Noon);
        Assert.True(_book.Overview(Noon + ClusterBook.GoneAfter).Silos.Single().Alive);
        var gone = _book.Overview(Noon + ClusterBook.GoneAfter + TimeSpan.FromSeconds(1));
        Assert.False(gone.Silos.Single().Alive);
        Assert.Empty(gone.Activations);
        Assert.Empty(gone.Methods);
        Assert.Single(_book.Overview(Noon + ClusterBook.Kept).Silos);
        Assert.Empty(_book.Overview(Noon + ClusterBook.Kept + TimeSpan.FromSeconds(1)).Silos);
    }

    [Fact]
    public void Minutes_of_silos_are_put_together_and_those_of_the_gone_stay()
    {
        _book.Note(Report("a") with { Minutes = [Calls(60, Noon.AddMinutes(-2)), Calls(120, Noon.AddMinutes(-1))] }, Noon.AddMinutes(-5));
        _book.Note(Report("b") with { Minutes = [Calls(180, Noon.AddMinutes(-1))] }, Noon);
        var overview = _book.Overview(Noon);
        Assert.Equal([(Noon.AddMinutes(-2), 1), (Noon.AddMinutes(-1), 5)], overview.Points.Select(p => (p.At, p.Numbers.PerSecond)));
        Assert.Equal(overview.Points.AsEnumerable(), overview.Methods.Single().Points.AsEnumerable());
    }

    [Fact]
    public void Minutes_that_do_not_go_on_from_what_is_known_are_asked_for_again()
    {
        Assert.Null(_book.Note(Report("a") with { After = Noon, Minutes = [Calls(1, Noon.AddMinutes(1))] }, Noon));
        Assert.Equal(Noon.AddMinutes(1), _book.Note(Report("a") with { Minutes = [Calls(1, Noon), Calls(1, Noon.AddMinutes(1))] }, Noon));
        // The same again, because the answer was lost: not taken twice.
        Assert.Equal(Noon.AddMinutes(1), _book.Note(Report("a") with { Minutes = [Calls(1, Noon), Calls(1, Noon.AddMinutes(1))] }, Noon));
        Assert.Equal(2, _book.Overview(Noon).Points.Length);
    }

    [Fact]
    public void No_more_than_an_hour_is_kept()
    {
        DateTimeOffset? told = null;
        for (var minute = 0; minute < 100; minute++)
            told = _book.Note(Report("a") with { After = told, Minutes = [Calls(1, Noon.AddMinutes(minute))] }, Noon.AddMinutes(minute + 1));
        Assert.InRange(_book.Overview(Noon.AddMinutes(100)).Points.Length, 60, 62);
    }

    [Fact]
    public void What_silos_carry_adds_up_where_they_tell()
    {
        var minute = Noon.AddMinutes(-1);
        _book.Note(Report("a") with { LastMinute = Loaded(minute, queue: 3, commits: 60), Minutes = [Loaded(minute, 5, 120, waiting: 7)] }, Noon);
        _book.Note(Report("b") with { Minutes = [Loaded(minute, 1, 60)] }, Noon);
        _book.Note(Report("c") with { Minutes = [Calls(60, minute), Calls(60, Noon)] }, Noon);
        var overview = _book.Overview(Noon);
        Assert.Equal([3, null, null], overview.Silos.Select(s => s.Load?.Queue));
        var (silo, sum) = (overview.Silos[0].Load!, overview.Points[0].Load!);
        Assert.Equal((1, null), (silo.CommitsPerSecond, silo.WaitingCalls));
        Assert.True(silo.P50Ms > 0 && silo.P50Ms == silo.P99Ms);
        Assert.Equal((3, 6, 7, 20, 40), (sum.CommitsPerSecond, sum.Queue, sum.WaitingCalls, sum.ManagedBytes, sum.RssBytes));
        Assert.Null(overview.Points[1].Load);
        Assert.All(overview.Methods.SelectMany(m => m.Points), p => Assert.Null(p.Load));
    }

    [Fact]
    public void A_bucket_that_does_not_exist_does_no_harm()
    {
        _book.Note(Report("a", bucket: int.MaxValue), Noon);
        Assert.NotNull(_book.Overview(Noon).Methods.Single().LastMinute.P99Ms);
    }

    private static SiloReport Report(string name, int calls = 60, int bucket = 100, long failures = 0) => new()
    {
        Address = name + "/1",
        Name = name,
        Engine = "embedded",
        Since = Noon.AddHours(-1),
        ManagedBytes = 1,
        RssBytes = 2,
        Activations = [new ActivationCount("AmmeterGrain", 10)],
        LastMinute = Calls(calls, Noon.AddMinutes(-1), bucket, failures),
        Minutes = [],
    };

    private static CallCounts Loaded(DateTimeOffset at, int queue, int commits, int? waiting = null) => Calls(60, at) with
    {
        Load = new SiloLoad { ManagedBytes = 10, RssBytes = 20, Queue = queue, WaitingCalls = waiting, Commits = [new BucketCount(300, commits)] },
    };

    private static CallCounts Calls(int calls, DateTimeOffset at, int bucket = 100, long failures = 0) =>
        new(at, 60, [new MethodCounts("AmmeterGrain", "Charge", failures, [new BucketCount(bucket, calls)])]);
}
