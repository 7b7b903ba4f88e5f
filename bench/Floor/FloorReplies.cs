using System.Text;
using Sems.Bench.Campus;
using Sems.Bench.Load;
using Sems.Gateway.Service;
using Sems.GrainInterfaces;

namespace Sems.Bench.Floor;

/// <summary>The floor's fixed replies: the bytes SEMS answers for the generated campus.</summary>
public static class FloorReplies
{
    /// <summary>To <c>charge</c>.</summary>
    public static ReadOnlyMemory<byte> Charge => ServiceReplies.Done;

    /// <summary>To <c>AmmeterControl</c>: 40 meters, all switched on.</summary>
    public static ReadOnlyMemory<byte> Control { get; } = Encoding.UTF8.GetBytes(Workloads.ControlMap('1'));

    /// <summary>To <c>money</c>.</summary>
    public static ReadOnlyMemory<byte> Money { get; } = ServiceWriter.Money(new MoneyAnswer(Refusal.None, Fen.Zero));

    /// <summary>To <c>checkStudent</c>.</summary>
    public static ReadOnlyMemory<byte> Student { get; } =
        ServiceWriter.Student(new StudentCheck(Refusal.None, $"{CampusShape.Student(0)}", CampusShape.UserName(0)));
}
