using Sems.GrainInterfaces;
using Sems.Storage.Ledger;

namespace Sems.Grains.Ammeters;

/// <summary>Tells others what a meter decided. Every step is safe to repeat.</summary>
internal readonly struct EffectSettler(AmmeterKey key, ILedger ledger, IGrainFactory grains)
{
    /// <summary>Takes back a start that never became a session: the student first, since the ledger's row is what finds it again.</summary>
    public async Task UndoAsync(StartIntent intent)
    {
        await grains.GetGrain<IStudentGrain>(intent.StudentNumber).SessionClosed(intent.ChargeId);
        await ledger.AbandonChargeAsync(intent.ChargeId);
    }

    /// <summary>Applies one effect.</summary>
    public Task ApplyAsync(Effect effect, AmmeterReport report) => effect.Kind switch
    {
        EffectKind.LedgerStatus => ledger.SetStatusAsync(effect.ChargeId, LedgerMapping.Status(effect.Switch)),
        EffectKind.LedgerClose => ledger.CloseChargeAsync(LedgerMapping.End(effect.ChargeId, effect.Closing!)),
        EffectKind.StudentClose => grains.GetGrain<IStudentGrain>(effect.StudentNumber!).SessionClosed(effect.ChargeId),
        EffectKind.GroupReport => grains.GetGrain<IAmmeterGroupGrain>(key.Group).Report(report),
        _ => throw new InvalidOperationException($"Effect {effect.Kind} of charge {effect.ChargeId} is not known"),
    };
}
