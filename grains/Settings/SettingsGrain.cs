using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains.Tariffs;
using Sems.Storage;
using Sems.Storage.Audit;
using Sems.Storage.Settings;

namespace Sems.Grains.Settings;

/// <summary>Changes settings, one change after the other. It holds nothing: what is stored is read for each call.</summary>
public sealed partial class SettingsGrain(IDatabase database, CampusSettings settings, TimeProvider time, ILogger<SettingsGrain> log) : Grain, ISettingsGrain
{
    /// <inheritdoc />
    public async Task<SettingsAnswer> Get(string? group) =>
        await IsKnownAsync(group) ? Answer(group, await ReadAsync()) : Refused(SettingsRefusal.GroupUnknown);

    /// <inheritdoc />
    public async Task<SettingsAnswer> Change(SettingsWish wish)
    {
        if (!await IsKnownAsync(wish.Group)) return Refused(SettingsRefusal.GroupUnknown);
        var patch = SettingsPatch.Read(wish.Json, ofStation: wish.Group is not null);
        if (patch.Faults.Count > 0) return Invalid(patch.Faults);

        var book = await ReadAsync();
        var scope = SettingsBook.ScopeOf(wish.Group);
        var next = (wish.Replace ? SettingsDocument.Empty : book.Set(scope)).With(patch);
        var faults = book.With(scope, next).Faults(scope).ToList();
        if (faults.Count > 0) return Invalid(faults);

        var act = new AuditAct(wish.By, next.IsEmpty ? AuditWords.SettingsCleared : AuditWords.SettingsChanged, time.GetUtcNow());
        var outcome = await database.Settings.SaveAsync(new SettingsChange(scope, wish.ExpectedVersion, next.ToJson(), act));
        if (outcome == SettingsOutcome.OldVersion) return Refused(SettingsRefusal.OldVersion);
        if (outcome == SettingsOutcome.Changed) LogChanged(scope, wish.By, next.ToJson());
        await UseNowAsync();
        return Answer(wish.Group, await ReadAsync());
    }

    /// <inheritdoc />
    public async Task<PriceExampleAnswer> PriceExample(PriceExample example)
    {
        if (!await IsKnownAsync(example.Group)) return PriceExamples.Refused(SettingsRefusal.GroupUnknown, []);
        var patch = SettingsPatch.Read(example.Json, ofStation: example.Group is not null);
        IReadOnlyList<SettingsFault> faults = [.. patch.Faults, .. PriceExamples.Faults(example)];
        if (faults.Count > 0) return PriceExamples.Refused(SettingsRefusal.Invalid, faults);
        var scope = SettingsBook.ScopeOf(example.Group);
        var tariff = SettingsDocument.Empty.With(patch).Over((await ReadAsync()).For(scope)).Tariff;
        return PriceExamples.Of(tariff, example.From, example.To, example.Kwh);
    }

    private static SettingsAnswer Refused(SettingsRefusal refusal) => new(refusal, [], null);

    private static SettingsAnswer Invalid(IEnumerable<SettingsFault> faults) => new(SettingsRefusal.Invalid, [.. faults], null);

    private static SettingsAnswer Answer(string? group, SettingsBook book)
    {
        var scope = SettingsBook.ScopeOf(group);
        var row = book.Row(scope);
        return new SettingsAnswer(SettingsRefusal.None, [], new SettingsReport
        {
            Group = group,
            Version = row?.Version ?? 0,
            ChangedBy = row?.ChangedBy,
            ChangedAt = row?.ChangedAt,
            SetJson = book.Set(scope).ToJson(),
            EffectiveJson = SettingsDocument.Describe(book.For(scope)),
            DefaultsJson = SettingsDocument.Describe(book.Under(scope)),
            Stations = group is null ? [.. book.Stations.Select(g => Station(book, g))] : [],
        });
    }

    private static StationSettings Station(SettingsBook book, string group)
    {
        var row = book.Row(SettingsBook.ScopeOf(group))!;
        return new StationSettings(group, row.Version, row.ChangedBy, row.ChangedAt, row.Json);
    }

    private async Task<bool> IsKnownAsync(string? group) => group is null || await database.Registry.FindGroupAsync(group) is not null;

    private async Task<SettingsBook> ReadAsync() => new(settings.Defaults, await database.Settings.ReadAllAsync());

    /// <summary>This silo goes by it at once; the others, and this one if it cannot read now, when they next look.</summary>
    private async Task UseNowAsync()
    {
        try
        {
            await settings.RefreshAsync();
        }
        catch (StorageUnavailableException failure)
        {
            LogNotYet(failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Settings of {Scope} were changed by {By} to {Json}")]
    private partial void LogChanged(string scope, string by, string json);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changed settings are in force a moment later, for now they cannot be read: {Reason}")]
    private partial void LogNotYet(string reason);
}
