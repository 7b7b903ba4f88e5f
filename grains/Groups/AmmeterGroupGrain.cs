using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains.Settings;
using Sems.Storage;
using Sems.Storage.Audit;
using Sems.Storage.Registry;

namespace Sems.Grains.Groups;

/// <summary>
/// One station. Nothing of it is stored: the roster is in the registry, the control map is asked of the meters when the
/// grain activates and kept right by their reports.
/// </summary>
public sealed partial class AmmeterGroupGrain(
    IDatabase database, ICampusSettings settings, StationKeySettings keys, TimeProvider time, ILogger<AmmeterGroupGrain> log) : Grain, IAmmeterGroupGrain
{
    private readonly SortedDictionary<string, Place> _places = new(StringComparer.Ordinal);
    private AmmeterGroupRecord? _group;
    private ControlMap? _map;
    private long _version = 1;
    private long _carried;
    private DateTimeOffset? _lastPoll;
    private StationLiveness _liveness = null!;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <inheritdoc />
    public Task<ControlMap> AmmeterControl()
    {
        if (_group is null) return Task.FromResult(Unknown(ControlMap.Unknown));
        _lastPoll = time.GetUtcNow();
        _carried = _version;
        _map ??= new ControlMap(true, _version, [.. _places.Select(p => new ControlEntry(p.Key, p.Value.Level))]);
        return _liveness.IsOffline ? BackAsync(_map, _lastPoll.Value) : Task.FromResult(_map);
    }

    /// <inheritdoc />
    public Task<DateTimeOffset?> Tend()
    {
        if (_group is null) return Task.FromResult(Unknown<DateTimeOffset?>(null));
        return _places.Count == 0 ? Task.FromResult<DateTimeOffset?>(null) : _liveness.TendAsync(_group.Name, _lastPoll, time.GetUtcNow(), settings.For(_group.Group).OfflineAfter);
    }

    /// <inheritdoc />
    public Task Report(AmmeterReport report)
    {
        if (_places.TryGetValue(report.Ammeter, out var place) && place.Version < report.Version) Put(report.Ammeter, place.Name, report);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<bool> Carried(string ammeter, long version) =>
        Task.FromResult(_places.TryGetValue(ammeter, out var place) && place.Version >= version && place.ChangedAt <= _carried);

    /// <inheritdoc />
    public Task<GroupOverview?> Overview()
    {
        if (_group is null) return Task.FromResult(Unknown<GroupOverview?>(null));
        return Task.FromResult<GroupOverview?>(Describe(_group));
    }

    /// <inheritdoc />
    public async Task<StationMeters?> Meters()
    {
        if (_group is null) return Unknown<StationMeters?>(null);
        var station = Describe(_group);
        var meters = await Task.WhenAll(_places.Select(p => StatusAsync(p.Key, p.Value)).ToList());
        return new StationMeters(station, [.. meters]);
    }

    /// <inheritdoc />
    public async Task<Refusal> RegisterAmmeter(string ammeter, string name)
    {
        if (_group is null) return Unknown(Refusal.GroupUnknown);
        await database.Registry.SaveAmmeterAsync(new AmmeterRecord(_group.Group, ammeter, name));
        await Ammeter(ammeter).Forget();
        Put(ammeter, name, await Ammeter(ammeter).Report());
        return Refusal.None;
    }

    /// <inheritdoc />
    public async Task<Refusal> RemoveAmmeter(string ammeter)
    {
        if (_group is null) return Unknown(Refusal.GroupUnknown);
        if (await Ammeter(ammeter).Status() is not { } status) return Refusal.AmmeterUnknown;
        if (status.Session is not null) return Refusal.AmmeterInUse;
        await database.Registry.RemoveAmmeterAsync(_group.Group, ammeter);
        await Ammeter(ammeter).Forget();
        _places.Remove(ammeter);
        Changed();
        return Refusal.None;
    }

    /// <inheritdoc />
    public async Task<StationKeyAnswer> RotateKey(TimeSpan? overlap, string by)
    {
        if (_group is null) return Unknown(new StationKeyAnswer(Refusal.GroupUnknown, null, null));
        var key = StationKey.Make();
        var kept = overlap ?? keys.Overlap;
        DateTimeOffset? until = kept > TimeSpan.Zero ? time.GetUtcNow() + kept : null;
        await database.Registry.SaveStationKeyAsync(_group.Group, StationKey.Hash(key), until, Act(AuditWords.StationKeyRotated, by));
        _group = _group with { StationKeyHash = StationKey.Hash(key) };
        LogKeyRotated(_group.Group, by, until);
        return new StationKeyAnswer(Refusal.None, key, until);
    }

    /// <inheritdoc />
    public async Task<Refusal> ClearKey(string by)
    {
        if (_group is null) return Unknown(Refusal.GroupUnknown);
        await database.Registry.SaveStationKeyAsync(_group.Group, hash: null, formerUntil: null, Act(AuditWords.StationKeyCleared, by));
        _group = _group with { StationKeyHash = null };
        LogKeyCleared(_group.Group, by);
        return Refusal.None;
    }

    private GroupOverview Describe(AmmeterGroupRecord group) => new()
    {
        Group = group.Group,
        Name = group.Name,
        Latitude = group.Latitude,
        Longitude = group.Longitude,
        Online = _lastPoll is { } poll && time.GetUtcNow() - poll <= settings.For(group.Group).OfflineAfter,
        LastPollAt = _lastPoll,
        Ammeters = [.. _places.Select(p => new AmmeterOverview(p.Key, p.Value.Name, p.Value.Switch, p.Value.Level))],
        HasKey = group.StationKeyHash is not null,
    };

    /// <summary>
    /// What a meter says of itself. One without a session whose level a poll has carried has nothing to add to what is known here: it is left
    /// asleep, for most meters of a campus are such.
    /// </summary>
    private async Task<AmmeterStatus> StatusAsync(string ammeter, Place place)
    {
        var known = new AmmeterStatus { Key = new AmmeterKey(this.GetPrimaryKeyString(), ammeter), Name = place.Name, Switch = place.Switch, Level = place.Level };
        var hasCommand = place.Version > 0 && place.ChangedAt > _carried;
        if (place.Switch == SwitchState.Idle && !hasCommand) return known;
        try
        {
            return await Ammeter(ammeter).Status() ?? known;
        }
        catch (Exception failure) when (!Outage.Is(failure) && failure is not OperationCanceledException)
        {
            LogMute(this.GetPrimaryKeyString(), ammeter, failure);
            return known;
        }
    }

    private AuditAct Act(string what, string by) => new(by, what, time.GetUtcNow());

    /// <summary>The station gets its map whatever becomes of the alarm, which the next poll clears if this one cannot.</summary>
    private async Task<ControlMap> BackAsync(ControlMap map, DateTimeOffset now)
    {
        try
        {
            await _liveness.BackAsync(now);
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            LogStillOffline(this.GetPrimaryKeyString(), failure.Message);
        }
        return map;
    }

    private IAmmeterGrain Ammeter(string ammeter) =>
        GrainFactory.GetGrain<IAmmeterGrain>(new AmmeterKey(this.GetPrimaryKeyString(), ammeter).ToString());

    /// <summary>A meter that cannot say what it is doing gets no power; the others are not held up by it. An outage says nothing about a meter.</summary>
    private async Task<AmmeterReport> AskAsync(string ammeter)
    {
        try
        {
            return await Ammeter(ammeter).Report();
        }
        catch (Exception failure) when (!Outage.Is(failure) && failure is not OperationCanceledException)
        {
            LogMute(this.GetPrimaryKeyString(), ammeter, failure);
            return new AmmeterReport(ammeter, 0, ControlLevel.Lock, SwitchState.Locked);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Meter {Group}/{Ammeter} cannot be read; it is shown as locked")]
    private partial void LogMute(string group, string ammeter, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Station {Group} polls again, but its alarm cannot be cleared yet: {Reason}")]
    private partial void LogStillOffline(string group, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Station {Group} was given a new key by {By}; the ones before are good until {Until}")]
    private partial void LogKeyRotated(string group, string by, DateTimeOffset? until);

    [LoggerMessage(Level = LogLevel.Information, Message = "Station {Group} had its key taken away by {By}")]
    private partial void LogKeyCleared(string group, string by);

    private T Unknown<T>(T answer)
    {
        DeactivateOnIdle();
        return answer;
    }

    private void Put(string ammeter, string name, AmmeterReport report)
    {
        Changed();
        _places[ammeter] = PlaceOf(name, report);
    }

    private Place PlaceOf(string name, AmmeterReport report) => new(name, report.Version, report.Level, report.Switch, _version);

    private void Changed()
    {
        _version++;
        _map = null;
    }

    /// <summary>A meter in the map; small, for there is one for every meter of the campus.</summary>
    /// <param name="ChangedAt">The map's version that brought its present level.</param>
    private readonly record struct Place(string Name, long Version, ControlLevel Level, SwitchState Switch, long ChangedAt);
}
