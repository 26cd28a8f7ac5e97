import type { ServerContext, ServerPlugin } from '../graphql/server-plugin.ts';
import type { Subscribe } from './subscribe.ts';

/** Yoga plugin: opens subscriptions, whose answers Yoga writes as events. */
export function useSubscriptions(subscribe: Subscribe): ServerPlugin {
  return {
    onSubscribe({ args: { contextValue }, setSubscribeFn }) {
      setSubscribeFn((operation) => subscribe(operation, contextValue as unknown as ServerContext));
    },
  };
}
