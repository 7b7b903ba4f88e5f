using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests.Embedded;

public class IdleTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_grain_not_called_for_the_idle_age_is_deactivated()
    {
        await using var engine = new TestEngine();
        await engine.Script("old").Add(1);
        await engine.Script("used").Add(1);
        for (var minute = 0; minute < 16; minute++)
        {
            Assert.Equal(2, engine.Active);
            engine.Time.Advance(Minute);
            if (minute == 10) await engine.Script("used").Add(1);
        }

        await Waiting.Until(() => engine.Active == 1);
        var ending = Assert.Single(engine.Hooks.Endings);
        Assert.Equal(("old", DeactivationReasonCode.ActivationIdle), (ending.Name, ending.Reason.ReasonCode));
        Assert.Equal(1, await engine.Script("old").Add(1).Soon());
        Assert.Equal(3, await engine.Script("used").Add(1).Soon());
    }

    [Fact]
    public async Task A_failed_activation_leaves_nothing_behind()
    {
        await using var engine = new TestEngine();
        engine.Hooks.Activating = _ => throw new FormatException();
        await Assert.ThrowsAsync<FormatException>(() => engine.Script("a").Add(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.Grain<IBroken>("a").Go());
        Assert.Equal(0, engine.Active);
    }

    [Fact]
    public async Task Ticks_keep_a_grain_alive_only_if_asked_to()
    {
        await using var engine = new TestEngine();
        await engine.Script("mortal").Do(own => Register(own, keepAlive: false));
        await engine.Script("alive").Do(own => Register(own, keepAlive: true));
        for (var minute = 0; minute < 60; minute++) engine.Time.Advance(TimeSpan.FromMinutes(1));
        await Waiting.Until(() => engine.Active == 1);
        Assert.Equal("mortal", Assert.Single(engine.Hooks.Endings).Name);

        static Task Register(ScriptGrain own, bool keepAlive)
        {
            own.RegisterGrainTimer(_ => Task.CompletedTask, new GrainTimerCreationOptions(10 * Second, 10 * Second) { KeepAlive = keepAlive });
            return Task.CompletedTask;
        }
    }
}
