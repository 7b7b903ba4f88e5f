using Sems.GrainInterfaces;

namespace Sems.Gateway.Service;

/// <summary>The six calls of the station protocol: each reads its fields and makes one grain call.</summary>
public static class ServiceEndpoints
{
    /// <summary>Maps <c>/service</c>. These answer straight from the router: sign-in and what else follows it are for people.</summary>
    public static void MapService(this IEndpointRouteBuilder routes)
    {
        Map("checkStudent", ServiceFields.Card, CheckStudent);
        Map("start", ServiceFields.Session, Start);
        Map("end", ServiceFields.Session, End);
        Map("charge", ServiceFields.Sample, Charge);
        Map("AmmeterControl", ServiceFields.Group, AmmeterControl);
        Map("money", ServiceFields.Meter, Money);
        routes.Map("/service/{**rest}", ServiceHandler.NoSuchService).ExcludeFromDescription();

        void Map(string name, ServiceFields fields, ServiceCall call) =>
            routes.Map("/service/" + name, new ServiceHandler(routes.ServiceProvider, name, fields, call).Handle).WithName(name).ShortCircuit();
    }

    private static async ValueTask<ReadOnlyMemory<byte>> CheckStudent(IGrainFactory grains, ServiceRequest request) =>
        ServiceWriter.Student(await grains.GetGrain<ICardGrain>(request.Card).Check());

    private static async ValueTask<ReadOnlyMemory<byte>> Start(IGrainFactory grains, ServiceRequest request) =>
        ServiceReplies.Of(await Ammeter(grains, request).Start(request.Card));

    private static async ValueTask<ReadOnlyMemory<byte>> End(IGrainFactory grains, ServiceRequest request) =>
        ServiceReplies.Of(await Ammeter(grains, request).End(request.Card));

    private static async ValueTask<ReadOnlyMemory<byte>> Charge(IGrainFactory grains, ServiceRequest request) =>
        ServiceReplies.Of(await Ammeter(grains, request).Charge(new ChargeSample
        {
            CurrentA = request.Current,
            Energy = request.Energy,
            VoltageV = request.Voltage,
            PowerW = request.Power,
            Time = request.Time,
        }));

    private static async ValueTask<ReadOnlyMemory<byte>> AmmeterControl(IGrainFactory grains, ServiceRequest request) =>
        ServiceWriter.Control(await grains.GetGrain<IAmmeterGroupGrain>(request.Group).AmmeterControl());

    private static async ValueTask<ReadOnlyMemory<byte>> Money(IGrainFactory grains, ServiceRequest request) =>
        ServiceWriter.Money(await Ammeter(grains, request).Money());

    private static IAmmeterGrain Ammeter(IGrainFactory grains, in ServiceRequest request) =>
        grains.GetGrain<IAmmeterGrain>(new AmmeterKey(request.Group, request.Ammeter).ToString());
}

/// <summary>What an endpoint does with a request it understood.</summary>
public delegate ValueTask<ReadOnlyMemory<byte>> ServiceCall(IGrainFactory grains, ServiceRequest request);
