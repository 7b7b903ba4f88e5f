using System.Net;
using Microsoft.AspNetCore.Connections;
using Sems.Gateway.Service.Counts;
using Sems.Grains.Cluster;

namespace Sems.Gateway.Service.Limits;

/// <summary>
/// Closes a connection of an address that has enough of them open or opens them too fast, and any that is one too many for the process. It stands before HTTP, so it
/// counts the connections of people too.
/// </summary>
public sealed class ConnectionLimit(ServiceLimits limits, RefusalBook refusals, MachineClock clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ClientAddress, int> _open = [];
    private readonly int _perAddress = Math.Min(limits.ConnectionsPerAddress, Math.Max(1, limits.Connections / 2)); // one address cannot take them all
    private readonly TokenBuckets<ClientAddress> _rates = new(limits.ConnectionsPerSecond, limits.ConnectionBurst, clock.Time);
    private int _openInAll;

    /// <summary>Lets a connection through to what comes next, or ends it.</summary>
    public async Task OnConnectionAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var address = ClientAddress.Of((connection.RemoteEndPoint as IPEndPoint)?.Address);
        if ((limits.On && !_rates.TryTake(address, out _)) || !Enter(address))
        {
            refusals.Add(RefusalReason.Connections, address, null);
            connection.Abort(new ConnectionAbortedException("Too many connections from this address"));
            return;
        }
        try
        {
            await next(connection);
        }
        finally
        {
            Leave(address);
        }
    }

    private bool Enter(ClientAddress address)
    {
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(address);
            if (limits.On && (open >= _perAddress || _openInAll >= limits.Connections)) return false;
            _open[address] = open + 1;
            _openInAll++;
            return true;
        }
    }

    private void Leave(ClientAddress address)
    {
        lock (_gate)
        {
            _openInAll--;
            if (_open[address] == 1) _open.Remove(address);
            else _open[address]--;
        }
    }
}
