using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Sems.Silo;

/// <summary>What a process of SEMS stands on: its data directory, and the grains, in this process or in another. Disposed after the host.</summary>
public interface IFoundation : IAsyncDisposable
{
    /// <summary>The data directory.</summary>
    DataDirectory Directory { get; }

    /// <summary>Adds what calls grains and reads storage to a host, and what they need; a <see cref="TimeProvider"/> is expected there.</summary>
    void AddTo(IServiceCollection services, IConfiguration configuration);
}
