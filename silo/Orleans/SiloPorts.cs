using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Sems.Silo.Orleans;

/// <summary>Where a silo listens on the loopback address.</summary>
/// <param name="Silo">For other silos.</param>
/// <param name="Gateway">For clients; 0 for none.</param>
public sealed record SiloPorts(int Silo, int Gateway)
{
    /// <summary>A silo of its own process, when nothing is said.</summary>
    public static readonly SiloPorts Default = new(11111, 30000);

    private const int LowestFree = 20000;
    private const int HighestFree = 30000;

    /// <summary>
    /// Settings <c>Orleans:SiloPort</c> and <c>Orleans:GatewayPort</c>. A silo that shares the gateway's process has nobody to
    /// listen to: without a setting it takes any free port, and none for clients.
    /// </summary>
    public static SiloPorts Read(IConfiguration configuration) => new(
        Port(configuration, "SiloPort") ?? AnyFree(),
        Port(configuration, "GatewayPort") ?? 0);

    /// <summary>Says clearly what the engine's own start would bury.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public void CheckFree()
    {
        foreach (var port in (int[])[Silo, Gateway])
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
            }
            catch (SocketException fault)
            {
                throw new IOException($"Port {port} on {IPAddress.Loopback} cannot be used: {fault.Message}", fault);
            }
        }
    }

    private static int? Port(IConfiguration configuration, string name)
    {
        var text = configuration["Orleans:" + name];
        if (string.IsNullOrWhiteSpace(text)) return null;
        return int.TryParse(text, out var port) && port is >= 0 and <= 65535
            ? port
            : throw new FormatException($"The setting Orleans:{name} must be a port from 0 to 65535, it is '{text}'");
    }

    /// <summary>Below the range from which systems take ports for outgoing connections, so that none of those comes in between.</summary>
    private static int AnyFree()
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            var port = Random.Shared.Next(LowestFree, HighestFree);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // taken: another one
            }
        }
        throw new InvalidOperationException($"No free port from {LowestFree} to {HighestFree} for the silo");
    }
}
