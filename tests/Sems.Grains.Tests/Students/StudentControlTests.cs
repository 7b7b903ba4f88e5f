using Sems.GrainInterfaces;
using Sems.Grains.Students;
using static Sems.GrainInterfaces.ControlAction;
using static Sems.GrainInterfaces.SwitchState;

namespace Sems.Grains.Tests.Students;

/// <summary>What a student may do with a socket.</summary>
public sealed class StudentControlTests
{
    [Theory]
    [InlineData(On, Charging, Refusal.None, Refusal.None, false)]
    [InlineData(Off, Charging, Refusal.None, Refusal.None, true)]
    [InlineData(On, Low, Refusal.None, Refusal.None, false)]
    [InlineData(Off, Low, Refusal.None, Refusal.None, true)]
    [InlineData(On, Paused, Refusal.None, Refusal.None, true)]
    [InlineData(Off, Paused, Refusal.None, Refusal.None, false)]
    [InlineData(On, Locked, Refusal.None, Refusal.AmmeterLocked, false)]
    [InlineData(Off, Locked, Refusal.None, Refusal.AmmeterLocked, false)]
    [InlineData(On, Paused, Refusal.Blocked, Refusal.Blocked, false)]
    [InlineData(Off, Charging, Refusal.Blocked, Refusal.None, true)]
    [InlineData(On, Locked, Refusal.Blocked, Refusal.AmmeterLocked, false)]
    public void Of_their_own_charge(ControlAction action, SwitchState state, Refusal student, Refusal refusal, bool can)
    {
        Assert.Equal(refusal, StudentControl.Check(action, Meter(state, 7), 7, student));
        Assert.Equal(can, StudentControl.Can(action, Meter(state, 7), 7, student));
    }

    [Theory]
    [InlineData(On)]
    [InlineData(Off)]
    public void Nothing_where_their_charge_is_not(ControlAction action)
    {
        foreach (var meter in new[] { null, Meter(Paused, null), Meter(Paused, 8), Meter(Locked, 8) })
        {
            Assert.Equal(Refusal.NoSession, StudentControl.Check(action, meter, 7, Refusal.None));
            Assert.False(StudentControl.Can(action, meter, 7, Refusal.None));
        }
    }

    [Theory]
    [InlineData(ControlAction.Release)]
    [InlineData(ControlAction.Lock)]
    [InlineData(ControlAction.Unlock)]
    public void Never_more_than_switching(ControlAction action) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentControl.Check(action, Meter(Charging, 7), 7, Refusal.None));

    private static AmmeterStatus Meter(SwitchState state, long? charge) => new()
    {
        Key = new AmmeterKey("0001", "01"),
        Name = "1 号",
        Switch = state,
        Level = ControlLevel.On,
        Session = charge is not { } id ? null : new SessionStatus { ChargeId = id, StudentNumber = "s", StartedAt = default, Samples = 0, EnergyKwh = 0, Money = Fen.Zero },
    };
}
