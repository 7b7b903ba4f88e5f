using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sems.Storage;

namespace Sems.Silo.Orleans.Client;

/// <summary>Keeps a connection to the silo, or tries to get one, for as long as the gateway runs.</summary>
internal sealed partial class SiloLink(SiloAddressText silo, IDatabaseReader storage, ILoggerFactory logs, ILogger<SiloLink> log) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    private volatile SiloConnection? _connection;

    /// <summary>The silo's grains.</summary>
    /// <exception cref="SiloUnavailableException">There is no connection now.</exception>
    public IGrainFactory Grains => _connection?.Grains ?? throw new SiloUnavailableException($"no silo answers at {silo}");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var told = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HoldAsync(await SiloConnection.OpenAsync(await silo.ResolveAsync(stoppingToken), logs, stoppingToken), stoppingToken);
                LogLost(silo.ToString());
                told = true;
            }
            catch (Exception failure) when (failure is SiloUnavailableException or SocketException)
            {
                if (!told) LogMissing(silo.ToString(), failure.InnerException?.Message ?? failure.Message);
                told = true;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            await Task.Delay(BetweenTries, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task HoldAsync(SiloConnection connection, CancellationToken stopping)
    {
        try
        {
            if (connection.Lost.IsCompleted) return;
            storage.Renew(); // a silo that starts may have another database
            _connection = connection;
            LogReached(silo.ToString());
            await connection.Lost.WaitAsync(stopping);
        }
        finally
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No silo answers at {Silo}, trying on: {Reason}")]
    private partial void LogMissing(string silo, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The connection to the silo at {Silo} is lost")]
    private partial void LogLost(string silo);

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to the silo at {Silo}")]
    private partial void LogReached(string silo);
}

/// <summary>Where a silo listens for gateways, as a person wrote it.</summary>
/// <param name="Host">A name or an address.</param>
/// <param name="Port">Its port for clients.</param>
internal sealed record SiloAddressText(string Host, int Port)
{
    /// <summary>Reads HOST:PORT.</summary>
    /// <exception cref="FormatException">It is not of this form.</exception>
    public static SiloAddressText Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), out var port) && port is > 0 and <= 65535
            ? new SiloAddressText(text[..colon].Trim('[', ']'), port)
            : throw new FormatException($"--silo-gateway must be of the form HOST:PORT, it is '{text}'");
    }

    /// <summary>Looks the name up: it may stand for another machine each time.</summary>
    public async Task<IPEndPoint> ResolveAsync(CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(Host, cancel);
        var first = found.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? found[0];
        return new IPEndPoint(first, Port);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Host}:{Port}";
}
