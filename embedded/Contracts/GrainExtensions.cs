namespace Sems.Embedded;

/// <summary>What can be asked of a grain and of a reference to one alike.</summary>
public static class GrainExtensions
{
    /// <summary>The key of a grain or of the grain a reference leads to.</summary>
    /// <param name="grain">A grain object or a grain reference.</param>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key;

    /// <summary>Type and key of a grain or of the grain a reference leads to.</summary>
    /// <param name="grain">A grain object or a grain reference.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        Grain own => own.Activation.GrainId,
        GrainReference reference => reference.GrainId,
        _ => throw new ArgumentException($"{grain.GetType()} is neither a grain nor a grain reference.", nameof(grain)),
    };

    /// <summary>A reference to the same grain: what a grain hands out instead of <c>this</c>.</summary>
    /// <typeparam name="TGrainInterface">A grain interface the grain implements.</typeparam>
    /// <param name="grain">A grain object or a grain reference.</param>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain)
        where TGrainInterface : IGrainWithStringKey
    {
        var engine = grain is Grain own ? own.Activation.Class.Engine : ((GrainReference)grain).Engine;
        return engine.GetGrain<TGrainInterface>(grain.GetPrimaryKeyString());
    }
}
