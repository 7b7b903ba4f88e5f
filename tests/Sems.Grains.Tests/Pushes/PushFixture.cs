using Microsoft.Extensions.DependencyInjection;
using Sems.Grains.Cluster;
using Sems.Grains.Pushes;
using Sems.Grains.Tests.Support;
using Sems.Storage.Outbox;

namespace Sems.Grains.Tests.Pushes;

/// <summary>A silo whose pushes go into a channel of the test's.</summary>
public abstract class PushFixture : SiloFixture
{
    private protected ScriptedChannel Channel { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        Channel = new ScriptedChannel(Clock);
        await base.InitializeAsync();
    }

    protected override void Replace(IServiceCollection services) => services.AddSingleton<IPushChannel>(Channel).AddSingleton(new MachineClock(Clock));

    /// <summary>Of each charge another student, whose pushes are sent by grain charge mod 4.</summary>
    protected static string Student(long charge) => $"s{charge}-0{charge % PushShard.Count}";

    /// <summary>Enters a push and tells who sends it, as a meter does.</summary>
    protected async Task AddAsync(long charge, PushKind kind = PushKind.AlreadyFinish, string? student = null)
    {
        student ??= Student(charge);
        await Database.Outbox.AddAsync(new PushRequest(charge, kind, student, new PushDetail { StationName = "东门", SocketName = "1 号" }.ToJson(), Clock.GetUtcNow()));
        await PushWaker.WakeAsync(Grains, student);
    }

    /// <summary>Lets timers that are due fire, and grains work, until it is so.</summary>
    protected Task UntilAsync(string what, Func<Task<bool>> condition) => Waiting.UntilAsync(what, async () =>
    {
        Clock.Advance(TimeSpan.Zero);
        return await condition();
    });

    protected Task UntilAsync(string what, Func<bool> condition) => UntilAsync(what, () => Task.FromResult(condition()));

    /// <summary>Wakes whoever has something to send until it is so.</summary>
    protected Task SweepUntilAsync(string what, Func<Task<bool>> condition) => UntilAsync(what, async () =>
    {
        await Silo.PushSweeper.SweepAsync(CancellationToken.None);
        return await condition();
    });

    /// <summary>Waits until a charge's push is as it should be.</summary>
    protected async Task<PushRecord> BecomesAsync(long charge, string what, Predicate<PushRecord> wanted)
    {
        PushRecord? found = null;
        await UntilAsync($"the push of charge {charge} is {what}", async () => (found = await FindAsync(charge)) is not null && wanted(found));
        return found!;
    }

    protected async Task<PushRecord?> FindAsync(long charge) =>
        (await Database.Outbox.PushesAsync(new PushFilter(ChargeId: charge), 1, 1)).Items.SingleOrDefault();

    protected async Task<long> CountAsync(PushState state) => (await Database.Outbox.PushCountsAsync()).GetValueOrDefault(state);
}
