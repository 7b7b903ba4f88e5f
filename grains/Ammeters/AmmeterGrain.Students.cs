using Sems.GrainInterfaces;

namespace Sems.Grains.Ammeters;

/// <summary>What students do with the meter of their own session, and what becomes of it when they are forgotten.</summary>
public sealed partial class AmmeterGrain
{
    /// <inheritdoc />
    public Task<ControlAnswer> ControlCharge(long chargeId, string studentNumber, ControlAction action, string by) =>
        ControlAsync(action, by, session => session is not null && session.ChargeId == chargeId && session.StudentNumber == studentNumber);

    /// <inheritdoc />
    public async Task ForgetStudent(string studentNumber)
    {
        await SettleAsync();
        if (_state.Last is { } last && last.StudentNumber == studentNumber) await CommitAsync(_state with { Last = last with { CardNumber = "", StudentNumber = "" } });
        if (_state.Session is null) DeactivateOnIdle();
    }
}
