namespace Sems.Storage.Audit;

/// <summary>The kinds of changes in the audit log, and what they are of.</summary>
public static class AuditWords
{
    /// <summary>Settings of the campus or of a station.</summary>
    public const string SettingsChanged = "settings.change";

    /// <summary>Settings taken back: those underneath are in force again.</summary>
    public const string SettingsCleared = "settings.clear";

    /// <summary>A station was given a new key.</summary>
    public const string StationKeyRotated = "station_key.rotate";

    /// <summary>A station's keys were taken away.</summary>
    public const string StationKeyCleared = "station_key.clear";

    /// <summary>A campus's files were read.</summary>
    public const string Imported = "import";

    /// <summary>The whole campus, as what a change is of.</summary>
    public const string Campus = "campus";

    /// <summary>A station, as what a change is of.</summary>
    public static string Station(string group) => "station/" + group;
}
