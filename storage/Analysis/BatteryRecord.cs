using Sems.Storage.Registry;

namespace Sems.Storage.Analysis;

/// <summary>A battery as its charges tell of it.</summary>
/// <param name="StudentNumber">Whose.</param>
/// <param name="Number">Which of the student's, from 1: another bike is another battery.</param>
/// <param name="IsCurrent">The student's last.</param>
/// <param name="Label">What its owner says of it.</param>
/// <param name="ModelKey">Its brand's model; null when the label does not name one.</param>
/// <param name="Health">How it is.</param>
/// <param name="Charges">How many charges it was learnt from.</param>
/// <param name="FirstAt">When the first of them ended.</param>
/// <param name="LastAt">When the last of them ended.</param>
/// <param name="Version">Of the analysis that learnt.</param>
/// <param name="Revision">Rises with each change; 0 for one that is not kept yet.</param>
/// <param name="ReportJson">What pages show beside these.</param>
/// <param name="StateJson">What learning goes on from; empty in lists.</param>
public sealed record BatteryRecord(
    string StudentNumber, int Number, bool IsCurrent, Vehicle Label, string? ModelKey, HealthFigures Health, long Charges, DateTimeOffset FirstAt,
    DateTimeOffset LastAt, int Version, long Revision, string ReportJson, string StateJson);

/// <summary>How a battery is.</summary>
/// <param name="Soh">What it holds, percent of what its label says; null when there is not enough to tell.</param>
/// <param name="Low">No less than this, likely.</param>
/// <param name="High">No more than this, likely.</param>
/// <param name="Verdict">In a word.</param>
public sealed record HealthFigures(double? Soh, double? Low, double? High, BatteryVerdict Verdict);

/// <summary>How a battery is, in a word.</summary>
public enum BatteryVerdict
{
    /// <summary>Too few charges, or none that tell.</summary>
    NotEnoughData = 0,

    /// <summary>As it should be.</summary>
    Good = 1,

    /// <summary>To be watched.</summary>
    Watch = 2,

    /// <summary>Likely aged.</summary>
    LikelyAged = 3,
}
