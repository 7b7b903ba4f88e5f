namespace Sems.Storage.Analysis;

/// <summary>The normal charge of a brand's model, as kept.</summary>
/// <param name="Key">Brand, model and type of battery, made alike.</param>
/// <param name="Brand">As a student wrote it first.</param>
/// <param name="Model">As a student wrote it first.</param>
/// <param name="BatteryType">As a student wrote it first.</param>
/// <param name="RatedV">V, of the battery it learnt from last.</param>
/// <param name="RatedAh">Ah, of the battery it learnt from last.</param>
/// <param name="Charges">How many charges it was learnt from.</param>
/// <param name="Batteries">How many batteries they are of; counted when it is read.</param>
/// <param name="IsGood">It may be gone by.</param>
/// <param name="FirstAt">When the first of them ended.</param>
/// <param name="LastAt">When the last of them ended.</param>
/// <param name="Version">Of the analysis that learnt.</param>
/// <param name="Revision">Rises with each change; 0 for one that is not kept yet.</param>
/// <param name="FiguresJson">What lists show.</param>
/// <param name="StateJson">What learning goes on from; empty in lists.</param>
public sealed record BrandModelRecord(
    string Key, string Brand, string Model, string? BatteryType, double? RatedV, double? RatedAh, long Charges, long Batteries, bool IsGood,
    DateTimeOffset FirstAt, DateTimeOffset LastAt, int Version, long Revision, string FiguresJson, string StateJson);
