using System.Text;

namespace Sems.Simulator.Wire;

/// <summary>One request, ready to send.</summary>
/// <param name="Endpoint">Where it goes.</param>
/// <param name="Body">The JSON body, UTF-8.</param>
public sealed record ServiceRequest(ServiceEndpoint Endpoint, byte[] Body)
{
    /// <summary>The body as text, for an error report.</summary>
    public string Text => Encoding.UTF8.GetString(Body);
}
