using System.Buffers.Binary;
using System.Net;

namespace Sems.Gateway.Service.Limits;

/// <summary>Where a request comes from, as limits see it: an IPv4 address, or the /64 of an IPv6 one, which is one network's.</summary>
/// <param name="High">The first 64 bits.</param>
/// <param name="Low">The rest of an IPv4 address as IPv6 writes it; zero for an IPv6 one.</param>
public readonly record struct ClientAddress(ulong High, ulong Low)
{
    private const int Bytes = 16;

    /// <summary>Of an address; what has none, such as a pipe, counts as one.</summary>
    public static ClientAddress Of(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (address is null || !address.TryWriteBytes(bytes, out var written)) return default;
        if (written < Bytes) return new ClientAddress(0, 0xFFFF_0000_0000UL | BinaryPrimitives.ReadUInt32BigEndian(bytes));
        var high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        return new ClientAddress(high, address.IsIPv4MappedToIPv6 ? BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) : 0);
    }

    /// <summary>10.1.2.3, or 2001:db8::/64.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
        var address = new IPAddress(bytes);
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString() : $"{address}/64";
    }
}
