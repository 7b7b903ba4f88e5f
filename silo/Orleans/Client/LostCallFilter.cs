namespace Sems.Silo.Orleans.Client;

/// <summary>A call on a connection that has just been closed fails as what it is: no silo.</summary>
internal sealed class LostCallFilter : IOutgoingGrainCallFilter
{
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (ObjectDisposedException closed)
        {
            throw new SiloUnavailableException("the connection to the silo is closed", closed);
        }
    }
}
