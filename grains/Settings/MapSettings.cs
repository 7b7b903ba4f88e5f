namespace Sems.Grains.Settings;

/// <summary>The map behind the stations: whose pictures, by which degrees, and where it begins.</summary>
public sealed record MapSettings
{
    /// <summary>No pictures; the middle of the stations.</summary>
    public static readonly MapSettings Default = new();

    /// <summary>Address of a picture with {z}, {x}, {y} or {-y}, and {s}; empty for none.</summary>
    public string TileUrl { get; init; } = "";

    /// <summary>What {s} stands for: any one of these characters.</summary>
    public string Subdomains { get; init; } = "";

    /// <summary>Whose pictures they are, plain text.</summary>
    public string Attribution { get; init; } = "";

    /// <summary>wgs84 or gcj02: the degrees the pictures go by.</summary>
    public string Coordinates { get; init; } = "wgs84";

    /// <summary>The nearest the pictures go, 1 to 22.</summary>
    public int MaxZoom { get; init; } = 18;

    /// <summary>WGS-84 degrees of where the map begins, or null for the middle of the stations.</summary>
    public double? CenterLatitude { get; init; }

    /// <summary>WGS-84 degrees; null together with the latitude.</summary>
    public double? CenterLongitude { get; init; }

    /// <summary>How near the map begins, 1 to <see cref="MaxZoom"/>.</summary>
    public int Zoom { get; init; } = 16;
}
