namespace Sems.GrainInterfaces;

/// <summary>
/// The campus's settings and those set apart for stations: the one place that changes them. One grain, <see cref="Key"/>. Settings travel as
/// JSON, for example <c>{"tariff":{"fen_per_hour":60},"rules":{"over_current":{"limit":8}}}</c>.
/// </summary>
[Alias("sems.ISettingsGrain")]
public interface ISettingsGrain : IGrainWithStringKey
{
    /// <summary>Its key.</summary>
    const string Key = "campus";

    /// <summary>What is set and what is in force.</summary>
    /// <param name="group">A station, or null for the campus.</param>
    [Alias("Get")]
    Task<SettingsAnswer> Get(string? group);

    /// <summary>Makes a change, the whole of it or nothing. The same change again is done already.</summary>
    [Alias("Change")]
    Task<SettingsAnswer> Change(SettingsWish wish);

    /// <summary>What a charge would cost.</summary>
    [Alias("PriceExample")]
    Task<PriceExampleAnswer> PriceExample(PriceExample example);
}
