using System.Runtime.InteropServices;

namespace Sems.Silo.Backups;

/// <summary>Exchanges the names of two directories in one step, which Linux can.</summary>
internal static class DirectorySwap
{
    private const int WorkingDirectory = -100; // AT_FDCWD
    private const uint Exchange = 2; // RENAME_EXCHANGE

    /// <summary>Whether it was done; false where the system, or its file system, cannot.</summary>
    public static bool TrySwap(string one, string other)
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            return Rename(WorkingDirectory, one, WorkingDirectory, other, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // an older libc
        }
    }

    [DllImport("libc", EntryPoint = "renameat2", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int Rename(int oneRoot, string one, int otherRoot, string other, uint flags);
}
