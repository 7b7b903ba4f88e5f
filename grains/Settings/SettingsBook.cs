using Sems.GrainInterfaces;
using Sems.Storage.Audit;
using Sems.Storage.Settings;

namespace Sems.Grains.Settings;

/// <summary>All settings as stored, over the configuration's. Immutable.</summary>
public sealed class SettingsBook
{
    private const string StationPrefix = "station/";
    private readonly ChargingSettings _defaults;
    private readonly Dictionary<string, StoredSettings> _rows;
    private readonly Dictionary<string, SettingsDocument> _documents;

    /// <summary>Reads what is stored.</summary>
    /// <param name="defaults">The configuration's.</param>
    /// <param name="rows">What is stored.</param>
    /// <exception cref="FormatException">What is stored cannot be used; the message says where and why.</exception>
    public SettingsBook(ChargingSettings defaults, IReadOnlyList<StoredSettings> rows)
        : this(defaults, rows.ToDictionary(r => r.Scope), rows.ToDictionary(r => r.Scope, Read)) => Revision = rows.Sum(r => r.Version);

    private SettingsBook(ChargingSettings defaults, Dictionary<string, StoredSettings> rows, Dictionary<string, SettingsDocument> documents)
    {
        (_defaults, _rows, _documents) = (defaults, rows, documents);
        Campus = Set(AuditWords.Campus).Over(defaults);
    }

    /// <summary>Grows with every change that is stored.</summary>
    public long Revision { get; }

    /// <summary>The campus's settings in force.</summary>
    public ChargingSettings Campus { get; }

    /// <summary>The stations that have settings of their own.</summary>
    public IEnumerable<string> Stations =>
        _documents.Where(d => d.Key != AuditWords.Campus && !d.Value.IsEmpty).Select(d => d.Key[StationPrefix.Length..]).Order(StringComparer.Ordinal);

    /// <summary>The scope's name of a station, or of the campus for null.</summary>
    public static string ScopeOf(string? group) => group is null ? AuditWords.Campus : AuditWords.Station(group);

    /// <summary>What is stored for a scope, or null.</summary>
    public StoredSettings? Row(string scope) => _rows.GetValueOrDefault(scope);

    /// <summary>What is set for a scope.</summary>
    public SettingsDocument Set(string scope) => _documents.GetValueOrDefault(scope, SettingsDocument.Empty);

    /// <summary>What is in force where a scope sets nothing.</summary>
    public ChargingSettings Under(string scope) => scope == AuditWords.Campus ? _defaults : Campus;

    /// <summary>What is in force.</summary>
    public ChargingSettings For(string scope) => scope == AuditWords.Campus ? Campus : Set(scope).Over(Campus);

    /// <summary>As it would be with a change.</summary>
    public SettingsBook With(string scope, SettingsDocument document) =>
        new(_defaults, _rows, new Dictionary<string, SettingsDocument>(_documents) { [scope] = document });

    /// <summary>What does not agree, for the scope itself and, when that is the campus, for the stations over it.</summary>
    public IEnumerable<SettingsFault> Faults(string scope)
    {
        var own = SettingsAgreement.Faults(For(scope)).ToList();
        if (scope != AuditWords.Campus || own.Count > 0) return own;
        return Stations.Select(AuditWords.Station).SelectMany(s => SettingsAgreement.Faults(For(s), s + " "));
    }

    private static SettingsDocument Read(StoredSettings row)
    {
        var patch = SettingsPatch.Read(row.Json, ofStation: row.Scope != AuditWords.Campus);
        return patch.Faults.Count == 0
            ? SettingsDocument.Empty.With(patch)
            : throw new FormatException(
                $"the stored settings of {row.Scope} cannot be used: {string.Join("; ", patch.Faults.Select(f => SettingsFaultWords.English(f.Field, f)))}");
    }
}
