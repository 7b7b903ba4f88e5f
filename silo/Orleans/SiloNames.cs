namespace Sems.Silo.Orleans;

/// <summary>What silos and their clients find each other by.</summary>
public static class SiloNames
{
    /// <summary>Part of the key of every stored grain state: never changed.</summary>
    public const string Service = "sems";

    /// <summary>Silos of one cluster.</summary>
    public const string Cluster = "sems";
}
