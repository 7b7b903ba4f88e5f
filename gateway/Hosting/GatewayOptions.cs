using Sems.Storage.Sqlite.Faults;

namespace Sems.Gateway.Hosting;

/// <summary>How to start a gateway.</summary>
public sealed record GatewayOptions
{
    /// <summary>Address to listen on when none is given.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>Addresses, separated by semicolons.</summary>
    public string Urls { get; init; } = DefaultUrls;

    /// <summary>Data directory.</summary>
    public required string Data { get; init; }

    /// <summary>The database: a PostgreSQL connection string, or sqlite for the file in the data directory; null to look for it in the settings.</summary>
    public string? Storage { get; init; }

    /// <summary>Directory of a campus's CSV files to import before starting, or null.</summary>
    public string? Import { get; init; }

    /// <summary>Take a data directory over that the other engine made.</summary>
    public bool Adopt { get; init; }

    /// <summary>HOST:PORT of a silo in another process, or null to host one here.</summary>
    public string? SiloGateway { get; init; }

    /// <summary>The clock everything runs by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The administrator's password, or null to keep it or generate one.</summary>
    public string? AdminPassword { get; init; }

    /// <summary>Settings over those of files and environment, for tests.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Makes the storage fail, in proofs; null otherwise.</summary>
    public StorageFaults? Faults { get; init; }

    /// <summary>Where to tell the person who started it; null for silence.</summary>
    public TextWriter? Output { get; init; }
}
