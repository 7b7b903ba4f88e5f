namespace Sems.Grains.Settings;

/// <summary>The same rules everywhere and always.</summary>
public sealed class FixedSettings(ChargingSettings settings) : ICampusSettings
{
    /// <inheritdoc />
    public ChargingSettings Campus => settings;

    /// <inheritdoc />
    public ChargingSettings For(string group) => settings;
}
