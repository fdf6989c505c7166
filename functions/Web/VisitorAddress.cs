using System.Net;
using System.Net.Sockets;

namespace Outreach.Functions.Web;

/// <summary>Whom a limit counts: the address somebody comes from. In IPv6 a home has a whole network of them.</summary>
internal static class VisitorAddress
{
    private const int HomeBytes = 8;

    public static string Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
            return address?.ToString() ?? "";
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, HomeBytes, bytes.Length - HomeBytes);
        return new IPAddress(bytes).ToString();
    }
}
