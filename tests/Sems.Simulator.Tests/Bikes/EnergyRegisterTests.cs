using Sems.Simulator.Bikes;
using Sems.Simulator.Time;

namespace Sems.Simulator.Tests.Bikes;

public class EnergyRegisterTests
{
    [Fact]
    public void A_lifetime_register_goes_on_over_sessions()
    {
        var register = New(RegisterKind.Lifetime);
        var before = register.Read();
        register.Add(1.5);
        register.BeginSession();
        Assert.Equal(before + 1.5m, register.Read());
        Assert.True(before > 10);
    }

    [Fact]
    public void A_session_register_begins_near_zero_each_time()
    {
        var register = New(RegisterKind.PerSession);
        register.BeginSession();
        register.Add(1.5);
        Assert.InRange(register.Read(), 1.5m, 1.55m);
        register.BeginSession();
        Assert.InRange(register.Read(), 0m, 0.05m);
    }

    [Theory]
    [InlineData(RegisterKind.Lifetime)]
    [InlineData(RegisterKind.PerSession)]
    public void A_sound_register_never_goes_back(RegisterKind kind)
    {
        var shown = Readings(New(kind), 20_000);
        Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.True(pair.Second >= pair.First));
    }

    [Fact]
    public void An_odd_register_jumps_back_changes_scale_and_sticks()
    {
        var shown = Readings(New(RegisterKind.Odd), 20_000);
        var steps = shown.Zip(shown.Skip(1), (a, b) => (From: a, To: b)).ToList();
        Assert.Contains(steps, s => s.To < s.From * 0.7m);
        Assert.Contains(steps, s => s.From > 0 && s.To > s.From * 9);
        Assert.Contains(Enumerable.Range(0, steps.Count - 20), i => steps[i..(i + 20)].All(s => s.From == s.To));
        Assert.All(shown, value => Assert.InRange(value, 0m, 1e9m));
    }

    [Fact]
    public void The_same_seed_reads_the_same() => Assert.Equal(Readings(New(RegisterKind.Odd), 5000), Readings(New(RegisterKind.Odd), 5000));

    private static EnergyRegister New(RegisterKind kind) => new(kind, Seeds.Stream(3, "test", "register"));

    private static List<decimal> Readings(EnergyRegister register, int count)
    {
        register.BeginSession();
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            register.Add(0.002);
            return register.Read();
        })];
    }
}
