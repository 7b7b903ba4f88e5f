using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Sems.Simulator.Demo;

/// <summary>Where the server listens, and how to reach it from this machine.</summary>
public static class ServerAddress
{
    /// <summary>The usual port of a server.</summary>
    public const int UsualPort = 5080;

    /// <summary>The usual address, or a free port where the usual one is taken.</summary>
    /// <param name="usualPort">The usual port.</param>
    public static string Choose(int usualPort = UsualPort)
    {
        using var usual = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            usual.Bind(new IPEndPoint(IPAddress.Loopback, usualPort));
            return Local(usualPort);
        }
        catch (SocketException)
        {
            using var free = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            free.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            return Local(((IPEndPoint)free.LocalEndPoint!).Port);
        }
    }

    /// <summary>The address to call for a server that listens at these (ASP.NET's list, separated by semicolons).</summary>
    /// <exception cref="FormatException">It is not an http or https address.</exception>
    public static Uri ToCall(string urls)
    {
        var first = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";
        var reachable = first.Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//*", "//127.0.0.1", StringComparison.Ordinal).Replace("//+", "//127.0.0.1", StringComparison.Ordinal);
        return Uri.TryCreate(reachable.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
            ? uri
            : throw new FormatException($"'{urls}' is not an address such as http://127.0.0.1:5080");
    }

    private static string Local(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
