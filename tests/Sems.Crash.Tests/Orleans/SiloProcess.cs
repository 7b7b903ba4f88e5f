using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Sems.Crash.Tests.Orleans;

/// <summary>A silo as people run it apart from the gateway: <c>Sems.Silo.dll</c>, on ports of the test's own.</summary>
internal static partial class SiloProcess
{
    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static async Task<ChildProcess> ReadyAsync(string data, SiloTestPorts ports, params string[] more)
    {
        var silo = Start(data, ports, more);
        await silo.FoundAsync();
        return silo;
    }

    /// <summary>Starts it.</summary>
    public static ChildProcess Start(string data, SiloTestPorts ports, params string[] more) => ChildProcess.Start(
        "silo", "Sems.Silo.dll", ["--data", data, "--silo-port", Text(ports.Silo), "--gateway-port", Text(ports.Gateway), .. more], Ready());

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"SEMS silo \(orleans engine\) is (ready)")]
    private static partial Regex Ready();
}

/// <summary>Two ports nobody had when they were chosen, below those that systems give to outgoing connections.</summary>
internal sealed record SiloTestPorts(int Silo, int Gateway)
{
    /// <summary>What a gateway is told.</summary>
    public string[] GatewayArguments => ["--cluster", "--silo-gateway", $"127.0.0.1:{Gateway}"];

    public static SiloTestPorts Choose() => new(Free(), Free());

    private static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(10_000, 20_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // taken: another one
            }
        }
    }
}
