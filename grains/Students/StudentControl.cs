using Sems.GrainInterfaces;

namespace Sems.Grains.Students;

/// <summary>What students may do with the socket they charge at: switch it on and off while the charge is theirs and nobody has locked it.</summary>
public static class StudentControl
{
    /// <summary>Why a student may not do this, or none.</summary>
    /// <param name="action">What is asked for.</param>
    /// <param name="meter">The meter the charge is at; null when it is not there.</param>
    /// <param name="chargeId">The charge, which is the student's.</param>
    /// <param name="student">Why the student may not charge at all, or none.</param>
    public static Refusal Check(ControlAction action, AmmeterStatus? meter, long chargeId, Refusal student)
    {
        if (action is not (ControlAction.On or ControlAction.Off)) throw new ArgumentOutOfRangeException(nameof(action), action, "Students switch on and off");
        if (meter?.Session?.ChargeId != chargeId) return Refusal.NoSession;
        if (meter.Switch == SwitchState.Locked) return Refusal.AmmeterLocked;
        return action == ControlAction.On ? student : Refusal.None; // who is blocked may still stop
    }

    /// <summary>Whether it would change anything: who may, and whose socket does not do so already.</summary>
    /// <inheritdoc cref="Check"/>
    public static bool Can(ControlAction action, AmmeterStatus? meter, long chargeId, Refusal student) =>
        Check(action, meter, chargeId, student) == Refusal.None && meter!.Switch == SwitchState.Paused == (action == ControlAction.On);
}
