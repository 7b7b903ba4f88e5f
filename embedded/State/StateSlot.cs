namespace Sems.Embedded;

/// <summary>One persistent state of a grain class: its name, where it is kept, and how an activation gets its copy.</summary>
internal sealed record StateSlot(string Name, IGrainStorage Storage, Func<Activation, StateSlot, object> Create);
