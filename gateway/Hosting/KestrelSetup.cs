using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Sems.Gateway.Hosting;

/// <summary>How the gateway listens; the benchmark's floor uses the very same.</summary>
public static class KestrelSetup
{
    /// <summary>Limits and headers.</summary>
    public static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }
}
