using System.Text.Json.Serialization;

namespace Sems.Gateway.Admin.Map;

/// <summary>The map behind the stations, as it is set.</summary>
/// <param name="TileUrl">Address of a picture with {z}, {x}, {y} or {-y}, and {s}; empty for none.</param>
/// <param name="Subdomains">What {s} stands for: any one of these characters.</param>
/// <param name="Attribution">Plain text.</param>
/// <param name="Coordinates">wgs84 or gcj02: the degrees the pictures go by; stations' are always WGS-84.</param>
/// <param name="MaxZoom">The nearest there are pictures of.</param>
/// <param name="Center">Where the map begins; null for the middle of the stations.</param>
/// <param name="Zoom">How near it begins.</param>
public sealed record MapView(
    string TileUrl, string Subdomains, string Attribution, string Coordinates, int MaxZoom, PlaceView? Center, int Zoom);

/// <summary>A place, WGS-84 degrees.</summary>
public sealed record PlaceView(double Latitude, double Longitude);

/// <summary>How pushes reach students.</summary>
/// <param name="Channel">log, wechat or none.</param>
/// <param name="Configured">Whether WeChat is.</param>
public sealed record WechatView(string Channel, bool Configured);

/// <summary>Their JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MapView))]
[JsonSerializable(typeof(WechatView))]
internal sealed partial class MapJson : JsonSerializerContext;
