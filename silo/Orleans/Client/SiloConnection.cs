using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Sems.Silo.Orleans.Client;

/// <summary>
/// An Orleans client for as long as its connection to the silo lasts. Orleans leaves requests on a broken connection to their time-out;
/// a client that stops fails them at once, so each connection gets a client of its own.
/// </summary>
internal sealed class SiloConnection : IClusterConnectionStatusObserver, IAsyncDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MostToOpen = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MostToClose = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ServiceProvider _services;
    private readonly IHostedService[] _client;

    private SiloConnection(IPEndPoint silo, ILoggerFactory logs)
    {
        var services = new ServiceCollection();
        services.AddSingleton(logs).AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IClusterConnectionStatusObserver>(this);
        services.AddSingleton<IClientConnectionRetryFilter, KeepTrying>();
        services.AddOrleansClient(client => Set(client, silo));
        _services = services.BuildServiceProvider();
        _client = [.. _services.GetServices<IHostedService>()];
        Grains = _services.GetRequiredService<IClusterClient>();
    }

    /// <summary>Grains of the silo, while the connection lasts.</summary>
    public IGrainFactory Grains { get; }

    /// <summary>Completes when the connection is gone.</summary>
    public Task Lost => _lost.Task;

    /// <summary>Tries for a while to reach the silo.</summary>
    /// <exception cref="SiloUnavailableException">It cannot be reached; the caller may try again.</exception>
    public static async Task<SiloConnection> OpenAsync(IPEndPoint silo, ILoggerFactory logs, CancellationToken cancel)
    {
        var connection = new SiloConnection(silo, logs);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(MostToOpen);
        try
        {
            var starting = connection.StartAsync(limit.Token);
            if (await Task.WhenAny(starting, connection.Lost) == starting) await starting;
            else _ = starting.ContinueWith(late => late.Exception, TaskScheduler.Default); // what becomes of it is of no interest
            return connection;
        }
        catch (Exception failure)
        {
            await connection.DisposeAsync();
            cancel.ThrowIfCancellationRequested();
            throw new SiloUnavailableException($"no silo answers at {silo}", failure);
        }
    }

    /// <summary>Fails the requests that wait for an answer, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(MostToClose);
        foreach (var part in _client)
        {
            try
            {
                await part.StopAsync(limit.Token);
            }
            catch (Exception failure) when (failure is OperationCanceledException or ObjectDisposedException or OrleansException or InvalidOperationException)
            {
                // it was never whole; the rest goes all the same
            }
        }
        await _services.DisposeAsync();
    }

    void IClusterConnectionStatusObserver.NotifyClusterConnectionLost() => _lost.TrySetResult();

    void IClusterConnectionStatusObserver.NotifyGatewayCountChanged(int currentNumberOfGateways, int previousNumberOfGateways, bool connectionRecovered)
    {
        // the loss of the last one is told above
    }

    private static void Set(IClientBuilder client, IPEndPoint silo)
    {
        client.UseStaticClustering(silo);
        client.AddOutgoingGrainCallFilter<LostCallFilter>();
        client.Services.AddEngineClock();
        client.Services.AddSemsExceptions();
        client.Services.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = (SiloNames.Service, SiloNames.Cluster));
        client.Services.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = SiloDefaults.ResponseTimeout);
        client.Services.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(1));
        client.Services.Configure<ConnectionOptions>(connection =>
        {
            connection.ConnectionRetryDelay = BetweenTries / 2;
            connection.OpenConnectionTimeout = TimeSpan.FromSeconds(2);
        });
    }

    private async Task StartAsync(CancellationToken cancel)
    {
        foreach (var part in _client) await part.StartAsync(cancel);
    }

    private sealed class KeepTrying : IClientConnectionRetryFilter
    {
        public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
        {
            await Task.Delay(BetweenTries, cancellationToken);
            return true;
        }
    }
}
