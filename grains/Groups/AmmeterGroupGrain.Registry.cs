using System.Collections.Immutable;
using Sems.GrainInterfaces;
using Sems.Grains.Registry;
using Sems.Storage.Audit;
using Sems.Storage.Registry;

namespace Sems.Grains.Groups;

/// <summary>What administrators change of a station and its roster.</summary>
public sealed partial class AmmeterGroupGrain
{
    /// <inheritdoc />
    public async Task<RegistryRefusal> Create(ImmutableArray<FieldEdit> fields, string by)
    {
        var group = this.GetPrimaryKeyString();
        var write = await database.Registry.CreateGroupAsync(fields.Over(new AmmeterGroupRecord(group, group, null, null, null)), Act(AuditWords.StationCreated, by));
        await ReadAsync(CancellationToken.None);
        return write.Outcome == RegistryOutcome.Exists ? RegistryRefusal.GroupExists : RegistryRefusal.None;
    }

    /// <inheritdoc />
    public async Task<RegistryRefusal> Edit(ImmutableArray<FieldEdit> fields, string by) =>
        _group is null ? Unknown(RegistryRefusal.GroupUnknown) : await ChangeAsync(g => fields.Over(g), AuditWords.StationChanged, by);

    /// <inheritdoc />
    public async Task<RegistryRefusal> Retire(string by)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var offline = _group is not null && _liveness.IsOffline;
        var refusal = await ChangeAsync(g => g with { RetiredAt = g.RetiredAt ?? now }, AuditWords.StationRetired, by);
        if (refusal == RegistryRefusal.None && offline) await _liveness.BackAsync(now); // nobody waits for its polls any more
        return refusal;
    }

    /// <inheritdoc />
    public Task<RegistryRefusal> Restore(string by) => ChangeAsync(g => g with { RetiredAt = null }, AuditWords.StationRestored, by);

    /// <inheritdoc />
    public Task<RegistryRefusal> AddAmmeter(string ammeter, string name, string by) =>
        RosterAsync(ammeter, group => database.Registry.AddAmmeterAsync(new AmmeterRecord(group, ammeter, name), Act(AuditWords.AmmeterAdded, by)));

    /// <inheritdoc />
    public Task<RegistryRefusal> RenameAmmeter(string ammeter, string name, string by) =>
        RosterAsync(ammeter, group => database.Registry.RenameAmmeterAsync(new AmmeterRecord(group, ammeter, name), Act(AuditWords.AmmeterRenamed, by)));

    /// <inheritdoc />
    public Task<RegistryRefusal> TakeOutAmmeter(string ammeter, string by) =>
        RosterAsync(ammeter, group => database.Registry.RemoveAmmeterAsync(group, ammeter, Act(AuditWords.AmmeterRemoved, by)));

    /// <inheritdoc />
    public Task Forget() => ReadAsync(CancellationToken.None);

    private async Task<RegistryRefusal> ChangeAsync(Func<AmmeterGroupRecord, AmmeterGroupRecord> change, string what, string by)
    {
        var write = await database.Registry.ChangeGroupAsync(this.GetPrimaryKeyString(), change, Act(what, by));
        await ReadAsync(CancellationToken.None);
        return write.Outcome switch
        {
            RegistryOutcome.Unknown => Unknown(RegistryRefusal.GroupUnknown),
            RegistryOutcome.InUse => RegistryRefusal.GroupInUse,
            _ => RegistryRefusal.None,
        };
    }

    private async Task<RegistryRefusal> RosterAsync(string ammeter, Func<string, Task<RegistryOutcome>> change)
    {
        if (_group is null) return Unknown(RegistryRefusal.GroupUnknown);
        var outcome = await change(_group.Group);
        await ReadAsync(CancellationToken.None);
        await Ammeter(ammeter).Forget(); // also when it was so already: it may not have been told then
        return outcome switch
        {
            RegistryOutcome.Unknown => RegistryRefusal.AmmeterUnknown,
            RegistryOutcome.Exists => RegistryRefusal.AmmeterExists,
            RegistryOutcome.InUse => RegistryRefusal.AmmeterInUse,
            _ => RegistryRefusal.None,
        };
    }

    /// <summary>
    /// Reads station and roster, and tells meters whose rows changed. Those that stay keep their levels, which their reports keep right. A
    /// retired station is none.
    /// </summary>
    private async Task ReadAsync(CancellationToken cancel)
    {
        var number = this.GetPrimaryKeyString();
        var was = _group;
        var found = await database.Registry.FindGroupAsync(number, cancel);
        var group = found is { RetiredAt: null } ? found : null;
        var meters = (await database.Registry.AmmetersAsync(number, cancel)).ToDictionary(m => m.Ammeter, m => m.Name);
        if (was is not null || _read) await Task.WhenAll(meters.Keys.Union(_places.Keys).Where(m => IsNews(m, meters, was, group)).Select(m => Ammeter(m).Forget()));
        if (group is not null && was is null) _liveness = await StationLiveness.FindAsync(number, database.Alarms, time.GetUtcNow(), cancel);
        if (group is null) meters.Clear();

        var fresh = meters.Where(m => !_places.ContainsKey(m.Key)).ToList();
        var reports = await Task.WhenAll(fresh.Select(m => AskAsync(m.Key)));
        foreach (var gone in _places.Keys.Except(meters.Keys).ToList()) _places.Remove(gone);
        foreach (var (ammeter, name) in meters)
            if (_places.TryGetValue(ammeter, out var place)) _places[ammeter] = place with { Name = name };
        Changed();
        foreach (var (meter, report) in fresh.Zip(reports)) _places[meter.Key] = PlaceOf(meter.Value, report);
        (_group, _read) = (group, true);
        if (group is null && was is not null) _lastPoll = null;
    }

    private bool IsNews(string ammeter, Dictionary<string, string> meters, AmmeterGroupRecord? was, AmmeterGroupRecord? group) =>
        was is null != group is null || !_places.TryGetValue(ammeter, out var place) || meters.GetValueOrDefault(ammeter) != place.Name;

    private bool _read;
}
