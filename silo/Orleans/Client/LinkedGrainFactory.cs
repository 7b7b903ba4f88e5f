namespace Sems.Silo.Orleans.Client;

/// <summary>Grains by way of the connection there is at the moment.</summary>
internal sealed class LinkedGrainFactory(SiloLink link) : IGrainFactory
{
    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => Get(g => g.GetGrain<TGrainInterface>(primaryKey, grainClassNamePrefix));

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey => Get(g => g.GetGrain<TGrainInterface>(primaryKey, grainClassNamePrefix));

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey => Get(g => g.GetGrain<TGrainInterface>(primaryKey, grainClassNamePrefix));

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey => Get(g => g.GetGrain<TGrainInterface>(primaryKey, keyExtension, grainClassNamePrefix));

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey => Get(g => g.GetGrain<TGrainInterface>(primaryKey, keyExtension, grainClassNamePrefix));

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => Get(g => g.CreateObjectReference<TGrainObserverInterface>(obj));

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => link.Grains.DeleteObjectReference<TGrainObserverInterface>(obj);

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => Get(g => g.GetGrain(grainInterfaceType, grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => Get(g => g.GetGrain(grainInterfaceType, grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => Get(g => g.GetGrain(grainInterfaceType, grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) =>
        Get(g => g.GetGrain(grainInterfaceType, grainPrimaryKey, keyExtension));

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) =>
        Get(g => g.GetGrain(grainInterfaceType, grainPrimaryKey, keyExtension));

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => Get(g => g.GetGrain<TGrainInterface>(grainId));

    public IAddressable GetGrain(GrainId grainId) => Get(g => g.GetGrain(grainId));

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => Get(g => g.GetGrain(grainId, interfaceType));

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) =>
        Get(g => g.GetGrain(interfaceType, grainKey, grainClassNamePrefix));

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => Get(g => g.GetGrain(interfaceType, grainKey));

    private T Get<T>(Func<IGrainFactory, T> get)
    {
        try
        {
            return get(link.Grains);
        }
        catch (ObjectDisposedException closed)
        {
            throw new SiloUnavailableException("the connection to the silo is closed", closed);
        }
    }
}
