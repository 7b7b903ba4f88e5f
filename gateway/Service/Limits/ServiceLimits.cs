using System.Globalization;

namespace Sems.Gateway.Service.Limits;

/// <summary>
/// How much one address and one station may ask of <c>/service</c>, read from <c>Service:Limits:*</c>; <c>Service:Limits=off</c> takes every
/// limit but those of time away. The defaults are hundreds of times what a healthy station does; docs/station-protocol.md says why they are what they are.
/// </summary>
public sealed record ServiceLimits
{
    private const string Section = "Service:Limits";
    private const double MostPerSecond = 1e6;
    private static readonly string[] Names =
        [nameof(AddressPerSecond), nameof(AddressBurst), nameof(GroupPerSecond), nameof(GroupBurst), nameof(ConnectionsPerAddress),
            nameof(ConnectionsPerSecond), nameof(ConnectionBurst), nameof(Connections), nameof(HeaderSeconds), nameof(BodySeconds), nameof(IdleSeconds)];

    /// <summary>Whether there are limits other than those of time.</summary>
    public bool On { get; init; } = true;

    /// <summary>Requests per second of one address, in the long run.</summary>
    public double AddressPerSecond { get; init; } = 20_000;

    /// <summary>Requests one address may make at once after a pause.</summary>
    public int AddressBurst { get; init; } = 1_000_000;

    /// <summary>Requests per second in the name of one station from one address, in the long run.</summary>
    public double GroupPerSecond { get; init; } = 2_000;

    /// <summary>Requests that may be made so at once after a pause.</summary>
    public int GroupBurst { get; init; } = 300_000;

    /// <summary>Open connections of one address; never more than half of <see cref="Connections"/>.</summary>
    public int ConnectionsPerAddress { get; init; } = 10_000;

    /// <summary>Connections one address may open per second, in the long run.</summary>
    public double ConnectionsPerSecond { get; init; } = 2_000;

    /// <summary>Connections one address may open at once after a pause.</summary>
    public int ConnectionBurst { get; init; } = 20_000;

    /// <summary>Open connections in all.</summary>
    public int Connections { get; init; } = OpenFiles.RoomForConnections();

    /// <summary>Seconds within which a request's body must have come.</summary>
    public double BodySeconds { get; init; } = 15;

    /// <summary>Seconds within which a request's headers must have come.</summary>
    public double HeaderSeconds { get; init; } = 15;

    /// <summary>Seconds a connection may be open without a request.</summary>
    public double IdleSeconds { get; init; } = 120;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="FormatException">A value is not understood or out of range, or there is no such limit; the message names it.</exception>
    public static ServiceLimits Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section.GetChildren().FirstOrDefault(c => !Names.Contains(c.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new FormatException($"{unknown.Path} is no setting; there are {string.Join(", ", Names)}");
        var standard = new ServiceLimits();
        return new ServiceLimits
        {
            On = section.Value switch
            {
                null or "" or "on" => true,
                "off" => false,
                var other => throw new FormatException($"{Section} must be on or off, it is '{other}'"),
            },
            AddressPerSecond = Number(section, nameof(AddressPerSecond), standard.AddressPerSecond, 0.01, MostPerSecond),
            AddressBurst = Whole(section, nameof(AddressBurst), standard.AddressBurst),
            GroupPerSecond = Number(section, nameof(GroupPerSecond), standard.GroupPerSecond, 0.01, MostPerSecond),
            GroupBurst = Whole(section, nameof(GroupBurst), standard.GroupBurst),
            ConnectionsPerAddress = Whole(section, nameof(ConnectionsPerAddress), standard.ConnectionsPerAddress),
            ConnectionsPerSecond = Number(section, nameof(ConnectionsPerSecond), standard.ConnectionsPerSecond, 0.01, MostPerSecond),
            ConnectionBurst = Whole(section, nameof(ConnectionBurst), standard.ConnectionBurst),
            Connections = Whole(section, nameof(Connections), standard.Connections),
            HeaderSeconds = Number(section, nameof(HeaderSeconds), standard.HeaderSeconds, 0.1, 600),
            IdleSeconds = Number(section, nameof(IdleSeconds), standard.IdleSeconds, 0.1, 86_400),
            BodySeconds = Number(section, nameof(BodySeconds), standard.BodySeconds, 0.1, 600),
        };
    }

    private static double Number(IConfiguration section, string name, double standard, double least, double most)
    {
        if (section[name] is not { } text) return standard;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{Section}:{name} must be a number from {least} to {most}, it is '{text}'"));
    }

    private static int Whole(IConfiguration section, string name, int standard)
    {
        const int most = 10_000_000;
        if (section[name] is not { } text) return standard;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= most
            ? value
            : throw new FormatException($"{Section}:{name} must be a whole number from 1 to {most}, it is '{text}'");
    }
}
