import type { Schema, Struct } from '@strapi/strapi';

export interface AdminApiToken extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_api_tokens';
  info: {
    description: '';
    displayName: 'Api Token';
    name: 'Api Token';
    pluralName: 'api-tokens';
    singularName: 'api-token';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    accessKey: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    adminPermissions: Schema.Attribute.Relation<'oneToMany', 'admin::permission'>;
    adminUserOwner: Schema.Attribute.Relation<'manyToOne', 'admin::user'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }> &
      Schema.Attribute.DefaultTo<''>;
    encryptedKey: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    expiresAt: Schema.Attribute.DateTime;
    kind: Schema.Attribute.Enumeration<['content-api', 'admin']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'content-api'>;
    lastUsedAt: Schema.Attribute.DateTime;
    lifespan: Schema.Attribute.BigInteger;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::api-token'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::api-token-permission'>;
    publishedAt: Schema.Attribute.DateTime;
    type: Schema.Attribute.Enumeration<['read-only', 'full-access', 'custom']> &
      Schema.Attribute.DefaultTo<'read-only'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminApiTokenPermission extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_api_token_permissions';
  info: {
    description: '';
    displayName: 'API Token Permission';
    name: 'API Token Permission';
    pluralName: 'api-token-permissions';
    singularName: 'api-token-permission';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::api-token-permission'> & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    token: Schema.Attribute.Relation<'manyToOne', 'admin::api-token'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminPermission extends Struct.CollectionTypeSchema {
  collectionName: 'admin_permissions';
  info: {
    description: '';
    displayName: 'Permission';
    name: 'Permission';
    pluralName: 'permissions';
    singularName: 'permission';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    actionParameters: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<{}>;
    apiToken: Schema.Attribute.Relation<'manyToOne', 'admin::api-token'>;
    conditions: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<[]>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::permission'> & Schema.Attribute.Private;
    properties: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<{}>;
    publishedAt: Schema.Attribute.DateTime;
    role: Schema.Attribute.Relation<'manyToOne', 'admin::role'>;
    subject: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminRole extends Struct.CollectionTypeSchema {
  collectionName: 'admin_roles';
  info: {
    description: '';
    displayName: 'Role';
    name: 'Role';
    pluralName: 'roles';
    singularName: 'role';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.String;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::role'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::permission'>;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    users: Schema.Attribute.Relation<'manyToMany', 'admin::user'>;
  };
}

export interface AdminSession extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_sessions';
  info: {
    description: 'Session Manager storage';
    displayName: 'Session';
    name: 'Session';
    pluralName: 'sessions';
    singularName: 'session';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
    i18n: {
      localized: false;
    };
  };
  attributes: {
    absoluteExpiresAt: Schema.Attribute.DateTime & Schema.Attribute.Private;
    childId: Schema.Attribute.String & Schema.Attribute.Private;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    deviceId: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private;
    expiresAt: Schema.Attribute.DateTime & Schema.Attribute.Required & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::session'> & Schema.Attribute.Private;
    metadata: Schema.Attribute.JSON & Schema.Attribute.Private;
    origin: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    sessionId: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private & Schema.Attribute.Unique;
    status: Schema.Attribute.String & Schema.Attribute.Private;
    type: Schema.Attribute.String & Schema.Attribute.Private;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    userId: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private;
  };
}

export interface AdminTransferToken extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_transfer_tokens';
  info: {
    description: '';
    displayName: 'Transfer Token';
    name: 'Transfer Token';
    pluralName: 'transfer-tokens';
    singularName: 'transfer-token';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    accessKey: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }> &
      Schema.Attribute.DefaultTo<''>;
    expiresAt: Schema.Attribute.DateTime;
    lastUsedAt: Schema.Attribute.DateTime;
    lifespan: Schema.Attribute.BigInteger;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token-permission'>;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminTransferTokenPermission extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_transfer_token_permissions';
  info: {
    description: '';
    displayName: 'Transfer Token Permission';
    name: 'Transfer Token Permission';
    pluralName: 'transfer-token-permissions';
    singularName: 'transfer-token-permission';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token-permission'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    token: Schema.Attribute.Relation<'manyToOne', 'admin::transfer-token'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminUser extends Struct.CollectionTypeSchema {
  collectionName: 'admin_users';
  info: {
    description: '';
    displayName: 'User';
    name: 'User';
    pluralName: 'users';
    singularName: 'user';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    apiTokens: Schema.Attribute.Relation<'oneToMany', 'admin::api-token'> & Schema.Attribute.Private;
    blocked: Schema.Attribute.Boolean & Schema.Attribute.Private & Schema.Attribute.DefaultTo<false>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    email: Schema.Attribute.Email &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6;
      }>;
    firstname: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    isActive: Schema.Attribute.Boolean & Schema.Attribute.Private & Schema.Attribute.DefaultTo<false>;
    lastname: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::user'> & Schema.Attribute.Private;
    password: Schema.Attribute.Password &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6;
      }>;
    preferedLanguage: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    registrationToken: Schema.Attribute.String & Schema.Attribute.Private;
    resetPasswordToken: Schema.Attribute.String & Schema.Attribute.Private;
    resetPasswordTokenExpiresAt: Schema.Attribute.DateTime & Schema.Attribute.Private;
    roles: Schema.Attribute.Relation<'manyToMany', 'admin::role'> & Schema.Attribute.Private;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    username: Schema.Attribute.String;
  };
}

export interface PluginContentReleasesRelease extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_releases';
  info: {
    displayName: 'Release';
    pluralName: 'releases';
    singularName: 'release';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    actions: Schema.Attribute.Relation<'oneToMany', 'plugin::content-releases.release-action'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::content-releases.release'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String & Schema.Attribute.Required;
    publishedAt: Schema.Attribute.DateTime;
    releasedAt: Schema.Attribute.DateTime;
    scheduledAt: Schema.Attribute.DateTime;
    status: Schema.Attribute.Enumeration<['ready', 'blocked', 'failed', 'done', 'empty']> & Schema.Attribute.Required;
    timezone: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginContentReleasesReleaseAction extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_release_actions';
  info: {
    displayName: 'Release Action';
    pluralName: 'release-actions';
    singularName: 'release-action';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    contentType: Schema.Attribute.String & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    entryDocumentId: Schema.Attribute.String;
    isEntryValid: Schema.Attribute.Boolean;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::content-releases.release-action'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    release: Schema.Attribute.Relation<'manyToOne', 'plugin::content-releases.release'>;
    type: Schema.Attribute.Enumeration<['publish', 'unpublish']> & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginI18NLocale extends Struct.CollectionTypeSchema {
  collectionName: 'i18n_locale';
  info: {
    collectionName: 'locales';
    description: '';
    displayName: 'Locale';
    pluralName: 'locales';
    singularName: 'locale';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    code: Schema.Attribute.String & Schema.Attribute.Unique;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::i18n.locale'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.SetMinMax<
        {
          max: 50;
          min: 1;
        },
        number
      >;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskAccessLogEntry extends Struct.CollectionTypeSchema {
  collectionName: 'pd_access_log';
  info: {
    description: 'Who has seen what of whom, when and why';
    displayName: 'Access log \u67E5\u9605\u8BB0\u5F55';
    pluralName: 'access-log-entries';
    singularName: 'access-log-entry';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        actorKind: 'actor';
        actorName: 'actor';
        field: 'field';
        kind: 'access.kind';
        recordType: 'case';
      };
    };
  };
  attributes: {
    actorKind: Schema.Attribute.String & Schema.Attribute.Required;
    actorName: Schema.Attribute.String;
    actorStaff: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    at: Schema.Attribute.DateTime & Schema.Attribute.Required;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    field: Schema.Attribute.String;
    kind: Schema.Attribute.Enumeration<['reveal', 'print', 'file', 'export', 'open', 'search', 'list']> &
      Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.access-log-entry'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    reason: Schema.Attribute.Text;
    recordDocumentId: Schema.Attribute.String & Schema.Attribute.Required;
    records: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    recordType: Schema.Attribute.String & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskActionItem extends Struct.CollectionTypeSchema {
  collectionName: 'pd_action_items';
  info: {
    description: 'What somebody took on at a meeting (article 12.2)';
    displayName: 'Action item \u4F1A\u8BAE\u4E8B\u9879';
    pluralName: 'action-items';
    singularName: 'action-item';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        state: 'action-item.state';
      };
    };
  };
  attributes: {
    cancelReason: Schema.Attribute.Text;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    doneAt: Schema.Attribute.DateTime;
    doneText: Schema.Attribute.Text;
    dueAt: Schema.Attribute.DateTime;
    endedAt: Schema.Attribute.DateTime;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.action-item'> &
      Schema.Attribute.Private;
    minutes: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.document'>;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    owner: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    promisedAt: Schema.Attribute.DateTime;
    publishedAt: Schema.Attribute.DateTime;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    state: Schema.Attribute.Enumeration<['open', 'done', 'cancelled']> & Schema.Attribute.Required;
    title: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    what: Schema.Attribute.Text;
  };
}

export interface PluginPropertyDeskArchiveExport extends Struct.CollectionTypeSchema {
  collectionName: 'pd_archive_exports';
  info: {
    description: 'An export of the archive that a second person decides on (article 12)';
    displayName: 'Archive export \u6863\u6848\u5BFC\u51FA';
    pluralName: 'archive-exports';
    singularName: 'archive-export';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        state: 'archive-export.state';
      };
    };
  };
  attributes: {
    building: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.building'>;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    decidedBy: Schema.Attribute.String;
    decision: Schema.Attribute.String;
    dueAt: Schema.Attribute.DateTime;
    endedAt: Schema.Attribute.DateTime;
    expiresAt: Schema.Attribute.DateTime;
    failure: Schema.Attribute.String;
    file: Schema.Attribute.String & Schema.Attribute.Private;
    households: Schema.Attribute.Integer;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.archive-export'> &
      Schema.Attribute.Private;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    plain: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    publishedAt: Schema.Attribute.DateTime;
    reason: Schema.Attribute.Text;
    requestedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    requesterName: Schema.Attribute.String;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    state: Schema.Attribute.Enumeration<
      ['requested', 'preparing', 'ready', 'expired', 'rejected', 'cancelled', 'failed']
    > &
      Schema.Attribute.Required;
    title: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskArchiveImport extends Struct.CollectionTypeSchema {
  collectionName: 'pd_archive_imports';
  info: {
    description: 'One workbook of households, residents, vehicles, keys and parking spaces, compared and then written (article 12)';
    displayName: 'Archive import \u6863\u6848\u5BFC\u5165';
    pluralName: 'archive-imports';
    singularName: 'archive-import';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        state: 'archive-import.state';
      };
    };
  };
  attributes: {
    added: Schema.Attribute.Integer;
    book: Schema.Attribute.String & Schema.Attribute.Private;
    changed: Schema.Attribute.Integer;
    changes: Schema.Attribute.Integer;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    confirmedAt: Schema.Attribute.DateTime;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    dueAt: Schema.Attribute.DateTime;
    endedAt: Schema.Attribute.DateTime;
    expiresAt: Schema.Attribute.DateTime;
    failure: Schema.Attribute.String;
    fileName: Schema.Attribute.String;
    leftOut: Schema.Attribute.Integer;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.archive-import'> &
      Schema.Attribute.Private;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    plan: Schema.Attribute.String & Schema.Attribute.Private;
    problems: Schema.Attribute.Integer;
    publishedAt: Schema.Attribute.DateTime;
    report: Schema.Attribute.String & Schema.Attribute.Private;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    state: Schema.Attribute.Enumeration<['uploaded', 'checked', 'importing', 'done', 'failed', 'cancelled']> &
      Schema.Attribute.Required;
    title: Schema.Attribute.String;
    unchanged: Schema.Attribute.Integer;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    uploadedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    uploaderName: Schema.Attribute.String;
    writtenAdded: Schema.Attribute.Integer;
    writtenChanged: Schema.Attribute.Integer;
    writtenLeftOut: Schema.Attribute.Integer;
    writtenUnchanged: Schema.Attribute.Integer;
  };
}

export interface PluginPropertyDeskArchiveTask extends Struct.CollectionTypeSchema {
  collectionName: 'pd_archive_tasks';
  info: {
    description: 'Long work on an import or export: who is at it, and how far it is';
    displayName: 'Archive task';
    pluralName: 'archive-tasks';
    singularName: 'archive-task';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    attempts: Schema.Attribute.Integer & Schema.Attribute.Required;
    caseDocumentId: Schema.Attribute.String & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    done: Schema.Attribute.Integer & Schema.Attribute.Required;
    file: Schema.Attribute.String;
    finishedAt: Schema.Attribute.DateTime;
    kind: Schema.Attribute.Enumeration<['check', 'write', 'make', 'drop']> & Schema.Attribute.Required;
    leaseBy: Schema.Attribute.String;
    leaseUntil: Schema.Attribute.DateTime;
    leftOut: Schema.Attribute.JSON;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.archive-task'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    tally: Schema.Attribute.JSON;
    total: Schema.Attribute.Integer & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskBinding extends Struct.CollectionTypeSchema {
  collectionName: 'pd_bindings';
  info: {
    description: 'A front-end account asks to be tied to a household (article 12)';
    displayName: 'Account binding \u8D26\u53F7\u7ED1\u5B9A';
    pluralName: 'bindings';
    singularName: 'binding';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        kind: 'resident.kind';
        rejection: 'binding.rejection';
        state: 'binding.state';
      };
    };
  };
  attributes: {
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    decidedAt: Schema.Attribute.DateTime;
    decidedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    dueAt: Schema.Attribute.DateTime;
    endedAt: Schema.Attribute.DateTime;
    household: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.household'>;
    identityNumber: Schema.Attribute.String;
    identityNumberHash: Schema.Attribute.String & Schema.Attribute.Private;
    identityTail: Schema.Attribute.Text;
    kind: Schema.Attribute.Enumeration<['owner', 'family', 'tenant']> & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.binding'> & Schema.Attribute.Private;
    mail: Schema.Attribute.Text;
    name: Schema.Attribute.String & Schema.Attribute.Required;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    publishedAt: Schema.Attribute.DateTime;
    rejection: Schema.Attribute.Enumeration<['unverified', 'proof', 'duplicate', 'visit']>;
    resident: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.resident'> & Schema.Attribute.Private;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    room: Schema.Attribute.String & Schema.Attribute.Required;
    roomKey: Schema.Attribute.String & Schema.Attribute.Private;
    state: Schema.Attribute.Enumeration<['pending', 'approved', 'rejected', 'cancelled', 'unbound']> &
      Schema.Attribute.Required;
    telephone: Schema.Attribute.String;
    telephoneHash: Schema.Attribute.String & Schema.Attribute.Private;
    title: Schema.Attribute.String;
    unbindReason: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    user: Schema.Attribute.Relation<'manyToOne', 'plugin::users-permissions.user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskBuilding extends Struct.CollectionTypeSchema {
  collectionName: 'pd_buildings';
  info: {
    displayName: 'Building \u697C\u680B';
    pluralName: 'buildings';
    singularName: 'building';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20;
      }>;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'> & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    floors: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 200;
          min: 1;
        },
        number
      >;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.building'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    units: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 50;
          min: 1;
        },
        number
      >;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskCalendarDay extends Struct.CollectionTypeSchema {
  collectionName: 'pd_calendar_days';
  info: {
    description: 'A day on which it is worked, or not, otherwise than the national calendar says';
    displayName: 'Calendar day \u5DE5\u4F5C\u65E5\u5386';
    pluralName: 'calendar-days';
    singularName: 'calendar-day';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      generalWithoutCommunity: true;
    };
  };
  attributes: {
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    date: Schema.Attribute.Date & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.calendar-day'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    working: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
  };
}

export interface PluginPropertyDeskCaseFile extends Struct.CollectionTypeSchema {
  collectionName: 'pd_case_files';
  info: {
    description: 'Private photos of cases; their content is in the private store';
    displayName: 'Case file \u5DE5\u5355\u9644\u4EF6';
    pluralName: 'case-files';
    singularName: 'case-file';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String;
    actorKind: Schema.Attribute.String & Schema.Attribute.Required;
    actorName: Schema.Attribute.String;
    at: Schema.Attribute.DateTime & Schema.Attribute.Required;
    caseDocumentId: Schema.Attribute.String & Schema.Attribute.Required;
    caseType: Schema.Attribute.String & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.case-file'> & Schema.Attribute.Private;
    mime: Schema.Attribute.String & Schema.Attribute.Required;
    name: Schema.Attribute.String & Schema.Attribute.Required;
    publishedAt: Schema.Attribute.DateTime;
    sha256: Schema.Attribute.String & Schema.Attribute.Required;
    size: Schema.Attribute.Integer & Schema.Attribute.Required;
    storedAs: Schema.Attribute.String & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskCaseStudy extends Struct.CollectionTypeSchema {
  collectionName: 'pd_case_studies';
  info: {
    description: "What a complaint taught, without anybody's name (article 10)";
    displayName: 'Case study \u6848\u4F8B';
    pluralName: 'case-studies';
    singularName: 'case-study';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        severity: 'complaint.severity';
        state: 'case-study.state';
      };
    };
  };
  attributes: {
    article: Schema.Attribute.String;
    categoryName: Schema.Attribute.String;
    cause: Schema.Attribute.Text;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    complaint: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.complaint'> & Schema.Attribute.Private;
    confirmedAt: Schema.Attribute.DateTime;
    confirmedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'> &
      Schema.Attribute.Private;
    course: Schema.Attribute.Text;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    draftedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'> & Schema.Attribute.Private;
    dueAt: Schema.Attribute.DateTime;
    endedAt: Schema.Attribute.DateTime;
    facts: Schema.Attribute.Text;
    handling: Schema.Attribute.Text;
    lesson: Schema.Attribute.Text;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.case-study'> &
      Schema.Attribute.Private;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    prevention: Schema.Attribute.Text;
    publishedAt: Schema.Attribute.DateTime;
    result: Schema.Attribute.Text;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    searchText: Schema.Attribute.Text & Schema.Attribute.Private;
    severity: Schema.Attribute.Enumeration<['general', 'major', 'urgent']>;
    state: Schema.Attribute.Enumeration<['draft', 'published', 'withdrawn']> & Schema.Attribute.Required;
    suspects: Schema.Attribute.JSON & Schema.Attribute.Private;
    tags: Schema.Attribute.JSON;
    title: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    withdrawReason: Schema.Attribute.String & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskCaseStudyTerm extends Struct.CollectionTypeSchema {
  collectionName: 'pd_case_study_terms';
  info: {
    description: 'What a case study is found by; kept by the desk';
    displayName: 'Case study term \u6848\u4F8B\u68C0\u7D22\u8BCD';
    pluralName: 'case-study-terms';
    singularName: 'case-study-term';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    hits: Schema.Attribute.Integer & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.case-study-term'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    study: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.case-study'>;
    term: Schema.Attribute.String & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskCommunity extends Struct.CollectionTypeSchema {
  collectionName: 'pd_communities';
  info: {
    description: 'A managed community (\u5C0F\u533A) with the facts that stand on its letterhead';
    displayName: 'Community \u9879\u76EE';
    pluralName: 'communities';
    singularName: 'community';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    address: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    companyName: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    filePrefix: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.community'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    officeHours: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    telephone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    wecomRobot: Schema.Attribute.Text;
  };
}

export interface PluginPropertyDeskComplaint extends Struct.CollectionTypeSchema {
  collectionName: 'pd_complaints';
  info: {
    description: 'A complaint, a suggestion or praise, from the first word to the archive (article 10)';
    displayName: 'Complaint \u6295\u8BC9';
    pluralName: 'complaints';
    singularName: 'complaint';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        answerWay: 'complaint.way';
        contactWay: 'complaint.way';
        kind: 'complaint.kind';
        outcome: 'ticket.outcome';
        residentOutcome: 'ticket.outcome';
        severity: 'complaint.severity';
        source: 'ticket.source';
        state: 'complaint.state';
      };
    };
  };
  attributes: {
    anonymous: Schema.Attribute.Boolean;
    answerText: Schema.Attribute.Text;
    answerWay: Schema.Attribute.Enumeration<['phone', 'mail', 'visit', 'chat', 'code']>;
    building: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.building'>;
    category: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.complaint-category'>;
    categoryName: Schema.Attribute.String;
    classifiedAt: Schema.Attribute.DateTime;
    codeHash: Schema.Attribute.String & Schema.Attribute.Private;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    compensation: Schema.Attribute.Integer;
    contactMail: Schema.Attribute.String;
    contactTelephone: Schema.Attribute.String;
    contactTelephoneHash: Schema.Attribute.String & Schema.Attribute.Private;
    contactWay: Schema.Attribute.Enumeration<['phone', 'mail', 'visit', 'chat', 'code']>;
    content: Schema.Attribute.Text;
    courseOfEvents: Schema.Attribute.Text;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    decidedAt: Schema.Attribute.DateTime;
    decision: Schema.Attribute.Text;
    demands: Schema.Attribute.Text;
    dismissReason: Schema.Attribute.Text;
    dueAt: Schema.Attribute.DateTime;
    endedAt: Schema.Attribute.DateTime;
    escalatedAt: Schema.Attribute.DateTime;
    evidence: Schema.Attribute.JSON;
    followUpAttempts: Schema.Attribute.Integer;
    followUpDays: Schema.Attribute.JSON;
    followUpWords: Schema.Attribute.Text;
    handler: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    household: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.household'>;
    intervenedAt: Schema.Attribute.DateTime;
    kind: Schema.Attribute.Enumeration<['complaint', 'suggestion', 'praise']>;
    lastTold: Schema.Attribute.Text;
    lessons: Schema.Attribute.Text;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.complaint'> & Schema.Attribute.Private;
    measures: Schema.Attribute.Text;
    noTaskForceReason: Schema.Attribute.String;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    outcome: Schema.Attribute.Enumeration<['satisfied', 'unsatisfied', 'unreachable']>;
    place: Schema.Attribute.String;
    plan: Schema.Attribute.Text;
    praised: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    promisedAt: Schema.Attribute.DateTime;
    proposedPromise: Schema.Attribute.DateTime;
    proposedReason: Schema.Attribute.String;
    publicPlace: Schema.Attribute.String;
    publicResult: Schema.Attribute.Text;
    publishCase: Schema.Attribute.Boolean;
    publishedAt: Schema.Attribute.DateTime;
    ratingOverall: Schema.Attribute.Integer;
    repeatCount: Schema.Attribute.Integer;
    repeatOf: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.complaint'>;
    reporterName: Schema.Attribute.String;
    residentOutcome: Schema.Attribute.Enumeration<['satisfied', 'unsatisfied']>;
    residentRatingOverall: Schema.Attribute.Integer;
    residentWords: Schema.Attribute.Text;
    resolvedAt: Schema.Attribute.DateTime;
    resolvedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    result: Schema.Attribute.Text;
    reviewedAt: Schema.Attribute.DateTime;
    reviewedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    rootCause: Schema.Attribute.Text;
    severity: Schema.Attribute.Enumeration<['general', 'major', 'urgent']>;
    severityReason: Schema.Attribute.Text;
    source: Schema.Attribute.Enumeration<['phone', 'visit', 'chat', 'patrol', 'app', 'web', 'integration']>;
    state: Schema.Attribute.Enumeration<
      ['received', 'escalated', 'handling', 'resolved', 'confirmed', 'reviewed', 'archived', 'withdrawn', 'dismissed']
    > &
      Schema.Attribute.Required;
    taskForce: Schema.Attribute.JSON;
    title: Schema.Attribute.String;
    toldAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    withdrawReason: Schema.Attribute.Text;
  };
}

export interface PluginPropertyDeskComplaintCategory extends Struct.CollectionTypeSchema {
  collectionName: 'pd_complaint_categories';
  info: {
    displayName: 'Complaint category \u6295\u8BC9\u7C7B\u522B';
    pluralName: 'complaint-categories';
    singularName: 'complaint-category';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.complaint-category'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    position: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 9999;
          min: 0;
        },
        number
      >;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskConsent extends Struct.CollectionTypeSchema {
  collectionName: 'pd_consents';
  info: {
    description: 'What a resident agreed to, in which words and until when; nothing here is changed or deleted but by right';
    displayName: 'Consent \u540C\u610F\u8BB0\u5F55';
    pluralName: 'consents';
    singularName: 'consent';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        givenWay: 'consent.way';
        purpose: 'consent.purpose';
        withdrawnWay: 'consent.way';
      };
    };
  };
  attributes: {
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    currentKey: Schema.Attribute.String & Schema.Attribute.Private;
    givenAt: Schema.Attribute.DateTime & Schema.Attribute.Required;
    givenBy: Schema.Attribute.String;
    givenWay: Schema.Attribute.Enumeration<['account', 'paper', 'phone', 'desk', 'earlier']> &
      Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.consent'> & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    purpose: Schema.Attribute.Enumeration<
      ['mail_notices', 'text_notices', 'community_events', 'photographs', 'access_by_face']
    > &
      Schema.Attribute.Required;
    resident: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.resident'>;
    statement: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.consent-statement'>;
    text: Schema.Attribute.Text;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.Required;
    withdrawnAt: Schema.Attribute.DateTime;
    withdrawnBy: Schema.Attribute.String;
    withdrawnWay: Schema.Attribute.Enumeration<['account', 'paper', 'phone', 'desk', 'newer', 'moved_out']>;
  };
}

export interface PluginPropertyDeskConsentStatement extends Struct.CollectionTypeSchema {
  collectionName: 'pd_consent_statements';
  info: {
    description: 'What a resident is told before agreeing to a use of their data; kept as it was once somebody has agreed to it';
    displayName: 'Consent statement \u544A\u77E5\u540C\u610F\u4E66';
    pluralName: 'consent-statements';
    singularName: 'consent-statement';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        purpose: 'consent.purpose';
      };
    };
  };
  attributes: {
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'> & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    effectiveFrom: Schema.Attribute.DateTime;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.consent-statement'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    purpose: Schema.Attribute.Enumeration<
      ['mail_notices', 'text_notices', 'community_events', 'photographs', 'access_by_face']
    > &
      Schema.Attribute.Required;
    text: Schema.Attribute.Text & Schema.Attribute.Required;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 1;
        },
        number
      >;
  };
}

export interface PluginPropertyDeskDataRequest extends Struct.CollectionTypeSchema {
  collectionName: 'pd_data_requests';
  info: {
    description: 'A resident asks for a copy, correction, deletion or restriction of their personal data';
    displayName: 'Data request \u4E2A\u4EBA\u4FE1\u606F\u8BF7\u6C42';
    pluralName: 'data-requests';
    singularName: 'data-request';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        ground: 'data-request.ground';
        identityCheck: 'data-request.identityCheck';
        kind: 'data-request.kind';
        requestWay: 'data-request.requestWay';
        state: 'data-request.state';
        toldWay: 'data-request.toldWay';
      };
    };
  };
  attributes: {
    answeredAt: Schema.Attribute.DateTime;
    answeredBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    approvalReason: Schema.Attribute.Text;
    approvedAt: Schema.Attribute.DateTime;
    approver: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    corrected: Schema.Attribute.JSON;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    details: Schema.Attribute.Text;
    dueAt: Schema.Attribute.DateTime;
    endedAt: Schema.Attribute.DateTime;
    ground: Schema.Attribute.Enumeration<
      [
        'legal_retention',
        'contract_needed',
        'open_matter',
        'debts_unsettled',
        'identity_unproven',
        'not_held',
        'accurate',
        'bound_to_secrecy',
      ]
    >;
    household: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.household'>;
    identifiedAt: Schema.Attribute.DateTime;
    identityCheck: Schema.Attribute.Enumeration<['id_document', 'callback', 'proxy', 'account']>;
    identityNote: Schema.Attribute.String;
    kind: Schema.Attribute.Enumeration<['copy', 'correction', 'deletion', 'restriction', 'explanation']> &
      Schema.Attribute.Required;
    liftedAt: Schema.Attribute.DateTime;
    liftReason: Schema.Attribute.Text;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.data-request'> &
      Schema.Attribute.Private;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    outcomeText: Schema.Attribute.Text;
    proposedIdentityNumber: Schema.Attribute.String;
    proposedMail: Schema.Attribute.Text;
    proposedName: Schema.Attribute.String;
    proposedRelation: Schema.Attribute.String;
    proposedTelephone: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    requestWay: Schema.Attribute.Enumeration<['counter', 'phone', 'letter', 'account']>;
    resident: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.resident'>;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    state: Schema.Attribute.Enumeration<
      ['received', 'verified', 'approved', 'in_force', 'done', 'refused', 'withdrawn']
    > &
      Schema.Attribute.Required;
    title: Schema.Attribute.String;
    told: Schema.Attribute.Text;
    toldWay: Schema.Attribute.Enumeration<['phone', 'visit', 'chat', 'mail', 'counter']>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    withdrawReason: Schema.Attribute.Text;
  };
}

export interface PluginPropertyDeskDocument extends Struct.CollectionTypeSchema {
  collectionName: 'pd_documents';
  info: {
    description: 'A paper of the office in the document archive (article 12.2)';
    displayName: 'Document \u6587\u4EF6\u6863\u6848';
    pluralName: 'documents';
    singularName: 'document';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        kind: 'document.kind';
        retention: 'document.retention';
        secrecy: 'document.secrecy';
        state: 'document.state';
      };
    };
  };
  attributes: {
    box: Schema.Attribute.String;
    cabinet: Schema.Attribute.String;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    date: Schema.Attribute.Date;
    disposedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    disposeReason: Schema.Attribute.Text;
    dueAt: Schema.Attribute.DateTime;
    electronicAt: Schema.Attribute.DateTime;
    endedAt: Schema.Attribute.DateTime;
    filedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    keepReason: Schema.Attribute.Text;
    keepUntil: Schema.Attribute.Date;
    kind: Schema.Attribute.Enumeration<
      ['notice', 'letter', 'contract', 'minutes', 'plan', 'report', 'policy', 'write-up', 'other']
    > &
      Schema.Attribute.Required;
    lacksElectronicSince: Schema.Attribute.DateTime;
    lacksPaperSince: Schema.Attribute.DateTime;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.document'> & Schema.Attribute.Private;
    noElectronicReason: Schema.Attribute.Text;
    noPaperReason: Schema.Attribute.Text;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    pages: Schema.Attribute.Integer;
    paperAt: Schema.Attribute.DateTime;
    paperPlace: Schema.Attribute.String;
    party: Schema.Attribute.String;
    proposedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    publishedAt: Schema.Attribute.DateTime;
    renderAt: Schema.Attribute.DateTime & Schema.Attribute.Private;
    retention: Schema.Attribute.Enumeration<['permanent', 'years30', 'years10']> & Schema.Attribute.Required;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    searchText: Schema.Attribute.Text & Schema.Attribute.Private;
    secrecy: Schema.Attribute.Enumeration<['internal', 'confidential']> & Schema.Attribute.Required;
    slot: Schema.Attribute.String;
    source: Schema.Attribute.String;
    sourceDocumentId: Schema.Attribute.String;
    sourceNumber: Schema.Attribute.String;
    sourcePaper: Schema.Attribute.String & Schema.Attribute.Private;
    sourceReason: Schema.Attribute.Text;
    sourceState: Schema.Attribute.String;
    sourceStateAt: Schema.Attribute.DateTime;
    sourceVersion: Schema.Attribute.String;
    state: Schema.Attribute.Enumeration<['filed', 'disposing', 'withdrawn', 'disposed']> & Schema.Attribute.Required;
    title: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    withdrawReason: Schema.Attribute.Text;
    year: Schema.Attribute.Integer & Schema.Attribute.Required;
  };
}

export interface PluginPropertyDeskDocumentTerm extends Struct.CollectionTypeSchema {
  collectionName: 'pd_document_terms';
  info: {
    description: 'What a document is found by; kept by the desk';
    displayName: 'Document term \u6587\u4EF6\u68C0\u7D22\u8BCD';
    pluralName: 'document-terms';
    singularName: 'document-term';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    filed: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.document'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.document-term'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    term: Schema.Attribute.String & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskEvent extends Struct.CollectionTypeSchema {
  collectionName: 'pd_events';
  info: {
    description: 'Append-only record of every action';
    displayName: 'Event \u4E8B\u4EF6';
    pluralName: 'events';
    singularName: 'event';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        action: '{caseType}.action';
        actorKind: 'actor';
        actorName: 'actor';
        caseType: 'case';
        fromState: '{caseType}.state';
        toState: '{caseType}.state';
      };
    };
  };
  attributes: {
    action: Schema.Attribute.String & Schema.Attribute.Required;
    actorKind: Schema.Attribute.Enumeration<['staff', 'resident', 'token', 'system']> & Schema.Attribute.Required;
    actorName: Schema.Attribute.String;
    actorResident: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.resident'>;
    actorStaff: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    article: Schema.Attribute.String;
    at: Schema.Attribute.DateTime & Schema.Attribute.Required;
    caseDocumentId: Schema.Attribute.String & Schema.Attribute.Required;
    caseNumber: Schema.Attribute.String;
    caseType: Schema.Attribute.String & Schema.Attribute.Required;
    changes: Schema.Attribute.JSON;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    fromState: Schema.Attribute.String;
    input: Schema.Attribute.JSON;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.event'> & Schema.Attribute.Private;
    policyVersion: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    revision: Schema.Attribute.Integer;
    toState: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskHousehold extends Struct.CollectionTypeSchema {
  collectionName: 'pd_households';
  info: {
    description: 'One household, one file';
    displayName: 'Household \u4F4F\u6237';
    pluralName: 'households';
    singularName: 'household';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      taken: {
        pd_households_room: 'room';
      };
      words: {
        occupancy: 'household.occupancy';
      };
    };
  };
  attributes: {
    area: Schema.Attribute.Decimal &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    building: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.building'> & Schema.Attribute.Required;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'> & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    fileNumber: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30;
      }>;
    gaps: Schema.Attribute.JSON & Schema.Attribute.Private;
    incompleteSince: Schema.Attribute.DateTime;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.household'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    notes: Schema.Attribute.Text;
    occupancy: Schema.Attribute.Enumeration<['owner_occupied', 'rented_out', 'vacant']>;
    paperPlace: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    requirements: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20;
      }>;
    responsible: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    room: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20;
      }>;
    roomKey: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    unit: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskHouseholdPaper extends Struct.CollectionTypeSchema {
  collectionName: 'pd_household_papers';
  info: {
    description: 'A paper of a household file: which, where its copy on paper lies; scans are private files';
    displayName: 'Household paper \u4F4F\u6237\u8D44\u6599';
    pluralName: 'household-papers';
    singularName: 'household-paper';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        kind: 'household-paper.kind';
      };
    };
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    household: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.household'> & Schema.Attribute.Required;
    kind: Schema.Attribute.Enumeration<
      [
        'title_certificate',
        'identity_card',
        'purchase_contract',
        'lease',
        'renovation_paper',
        'handover_form',
        'other_paper',
      ]
    > &
      Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.household-paper'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    notes: Schema.Attribute.Text;
    paperPlace: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    receivedAt: Schema.Attribute.DateTime;
    resident: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.resident'>;
    scans: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>;
    until: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskInquiry extends Struct.CollectionTypeSchema {
  collectionName: 'pd_inquiries';
  info: {
    description: 'A question that could not be answered on the spot, with its promised reply (article 8)';
    displayName: 'Inquiry \u54A8\u8BE2';
    pluralName: 'inquiries';
    singularName: 'inquiry';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        answerWay: 'inquiry.way';
        state: 'inquiry.state';
      };
    };
  };
  attributes: {
    answer: Schema.Attribute.Text;
    answerWay: Schema.Attribute.Enumeration<['phone', 'visit', 'chat', 'mail', 'counter']>;
    cancelReason: Schema.Attribute.String;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    contactTelephone: Schema.Attribute.String;
    contactTelephoneHash: Schema.Attribute.String & Schema.Attribute.Private;
    convertedTo: Schema.Attribute.String;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    dueAt: Schema.Attribute.DateTime;
    endedAt: Schema.Attribute.DateTime;
    handler: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    household: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.household'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.inquiry'> & Schema.Attribute.Private;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    promisedAt: Schema.Attribute.DateTime;
    publishedAt: Schema.Attribute.DateTime;
    question: Schema.Attribute.Text;
    reporterName: Schema.Attribute.String;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    state: Schema.Attribute.Enumeration<['open', 'answered', 'converted', 'cancelled']> & Schema.Attribute.Required;
    title: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskKey extends Struct.CollectionTypeSchema {
  collectionName: 'pd_keys';
  info: {
    description: 'A key that the office keeps; lent by a loan, never otherwise';
    displayName: 'Key \u94A5\u5319';
    pluralName: 'keys';
    singularName: 'key';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'> & Schema.Attribute.Required;
    copies: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<1>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    from: Schema.Attribute.DateTime;
    household: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.household'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.key'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    notes: Schema.Attribute.Text;
    number: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30;
      }>;
    place: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    until: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskLetterhead extends Struct.CollectionTypeSchema {
  collectionName: 'pd_letterheads';
  info: {
    description: "The Word file that a community's notices are printed on";
    displayName: 'Letterhead \u4FE1\u5934\u6A21\u677F';
    pluralName: 'letterheads';
    singularName: 'letterhead';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    at: Schema.Attribute.DateTime & Schema.Attribute.Required;
    by: Schema.Attribute.String;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'> & Schema.Attribute.Required;
    content: Schema.Attribute.Text & Schema.Attribute.Required & Schema.Attribute.Private;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.letterhead'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    places: Schema.Attribute.JSON;
    publishedAt: Schema.Attribute.DateTime;
    size: Schema.Attribute.Integer & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskListSetting extends Struct.CollectionTypeSchema {
  collectionName: 'pd_list_settings';
  info: {
    description: 'How somebody likes a list: its columns, and the view that it opens with';
    displayName: 'List setting';
    pluralName: 'list-settings';
    singularName: 'list-setting';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    list: Schema.Attribute.String & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.list-setting'> &
      Schema.Attribute.Private;
    opensWith: Schema.Attribute.String;
    ownerUser: Schema.Attribute.Integer & Schema.Attribute.Required & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    shown: Schema.Attribute.JSON;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskListView extends Struct.CollectionTypeSchema {
  collectionName: 'pd_list_views';
  info: {
    description: 'A list as somebody keeps it: filters, order, columns';
    displayName: 'List view';
    pluralName: 'list-views';
    singularName: 'list-view';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    list: Schema.Attribute.String & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.list-view'> & Schema.Attribute.Private;
    name: Schema.Attribute.String & Schema.Attribute.Required;
    ownerName: Schema.Attribute.String;
    ownerUser: Schema.Attribute.Integer & Schema.Attribute.Required & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    query: Schema.Attribute.Text;
    shown: Schema.Attribute.JSON;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskLoan extends Struct.CollectionTypeSchema {
  collectionName: 'pd_loans';
  info: {
    description: "A household's file, a document or a key that somebody takes away from its place (article 12)";
    displayName: 'Loan \u501F\u9605';
    pluralName: 'loans';
    singularName: 'loan';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        condition: 'loan.condition';
        itemType: 'loan.itemType';
        state: 'loan.state';
      };
    };
  };
  attributes: {
    approvedAt: Schema.Attribute.DateTime;
    approvedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    borrower: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    cancelReason: Schema.Attribute.Text;
    collectBy: Schema.Attribute.DateTime;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    condition: Schema.Attribute.Enumeration<['intact', 'damaged', 'incomplete']>;
    conditionNote: Schema.Attribute.Text;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    dueAt: Schema.Attribute.DateTime;
    endedAt: Schema.Attribute.DateTime;
    filedDocument: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.document'>;
    forWhom: Schema.Attribute.String;
    forWhomTelephone: Schema.Attribute.String;
    from: Schema.Attribute.DateTime;
    handedOverBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    household: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.household'>;
    itemDocumentId: Schema.Attribute.String & Schema.Attribute.Required;
    itemName: Schema.Attribute.String;
    itemNumber: Schema.Attribute.String;
    itemType: Schema.Attribute.Enumeration<['household', 'document', 'key']> & Schema.Attribute.Required;
    key: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.key'>;
    lentAt: Schema.Attribute.DateTime;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.loan'> & Schema.Attribute.Private;
    lostAt: Schema.Attribute.DateTime;
    lostText: Schema.Attribute.Text;
    nextInLine: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'> & Schema.Attribute.Private;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    publishedAt: Schema.Attribute.DateTime;
    purpose: Schema.Attribute.Text;
    rejectReason: Schema.Attribute.Text;
    requestedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    returnedAt: Schema.Attribute.DateTime;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    state: Schema.Attribute.Enumeration<
      ['requested', 'approved', 'lent', 'returned', 'rejected', 'cancelled', 'lost']
    > &
      Schema.Attribute.Required;
    takenBackBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    title: Schema.Attribute.String;
    until: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskLooseFile extends Struct.CollectionTypeSchema {
  collectionName: 'pd_loose_files';
  info: {
    description: 'Contents in the private store that no record names yet, or any more';
    displayName: 'Loose file \u5F85\u6E05\u7406\u6587\u4EF6';
    pluralName: 'loose-files';
    singularName: 'loose-file';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    dueAt: Schema.Attribute.DateTime & Schema.Attribute.Required;
    letGo: Schema.Attribute.Boolean & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.loose-file'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    storedAs: Schema.Attribute.String & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskNotice extends Struct.CollectionTypeSchema {
  collectionName: 'pd_notices';
  info: {
    description: 'What the office tells residents, approved by another person before it goes out (articles 5 and 11.1)';
    displayName: 'Notice \u901A\u77E5\u516C\u544A';
    pluralName: 'notices';
    singularName: 'notice';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        kind: 'notice.kind';
        state: 'notice.state';
      };
    };
  };
  attributes: {
    approvedAt: Schema.Attribute.DateTime;
    approvedDigest: Schema.Attribute.String & Schema.Attribute.Private;
    approver: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    attachments: Schema.Attribute.Media<undefined, true>;
    author: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    body: Schema.Attribute.Blocks;
    buildings: Schema.Attribute.Relation<'manyToMany', 'plugin::property-desk.building'>;
    channels: Schema.Attribute.JSON;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    confirmedAt: Schema.Attribute.DateTime;
    confirmer: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    correction: Schema.Attribute.Text;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    dueAt: Schema.Attribute.DateTime;
    editor: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    endedAt: Schema.Attribute.DateTime;
    expiredAt: Schema.Attribute.DateTime;
    expiresAt: Schema.Attribute.DateTime;
    issuedAt: Schema.Attribute.DateTime;
    issuer: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    kind: Schema.Attribute.Enumeration<
      ['outage', 'payment', 'activity', 'reminder', 'disclosure', 'emergency', 'general']
    > &
      Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.notice'> & Schema.Attribute.Private;
    number: Schema.Attribute.String;
    pictures: Schema.Attribute.Media<'images', true> & Schema.Attribute.Private;
    pinned: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    postingsLeft: Schema.Attribute.Integer;
    postingsTotal: Schema.Attribute.Integer;
    publishAt: Schema.Attribute.DateTime;
    publishedAt: Schema.Attribute.DateTime;
    publisher: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    state: Schema.Attribute.Enumeration<
      ['draft', 'submitted', 'approved', 'published', 'withdrawn', 'expired', 'discarded']
    > &
      Schema.Attribute.Required;
    submittedAt: Schema.Attribute.DateTime;
    supersedes: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.notice'>;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    urgent: Schema.Attribute.Boolean;
    withdrawnAt: Schema.Attribute.DateTime;
    withdrawReason: Schema.Attribute.Text;
  };
}

export interface PluginPropertyDeskNoticePosting extends Struct.CollectionTypeSchema {
  collectionName: 'pd_notice_postings';
  info: {
    description: 'The notice board of one building, and since when a notice hangs there';
    displayName: 'Notice posting \u516C\u544A\u5F20\u8D34';
    pluralName: 'notice-postings';
    singularName: 'notice-posting';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    building: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.building'> & Schema.Attribute.Required;
    by: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.notice-posting'> &
      Schema.Attribute.Private;
    notice: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.notice'> & Schema.Attribute.Required;
    photos: Schema.Attribute.JSON;
    postedAt: Schema.Attribute.DateTime;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskNoticeRead extends Struct.CollectionTypeSchema {
  collectionName: 'pd_notice_reads';
  info: {
    description: 'A resident has read a notice';
    displayName: 'Notice read receipt \u516C\u544A\u9605\u8BFB\u56DE\u6267';
    pluralName: 'notice-reads';
    singularName: 'notice-read';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    at: Schema.Attribute.DateTime & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.notice-read'> &
      Schema.Attribute.Private;
    notice: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.notice'> & Schema.Attribute.Required;
    publishedAt: Schema.Attribute.DateTime;
    resident: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.resident'> & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskNoticeTemplate extends Struct.CollectionTypeSchema {
  collectionName: 'pd_notice_templates';
  info: {
    description: "The office's own wording of a usual notice, or a template of its own";
    displayName: 'Notice template \u516C\u544A\u6A21\u677F';
    pluralName: 'notice-templates';
    singularName: 'notice-template';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        kind: 'notice.kind';
      };
    };
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
    body: Schema.Attribute.Blocks & Schema.Attribute.Required;
    channels: Schema.Attribute.JSON;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    key: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30;
      }>;
    kind: Schema.Attribute.Enumeration<
      ['outage', 'payment', 'activity', 'reminder', 'disclosure', 'emergency', 'general']
    > &
      Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.notice-template'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    pinned: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    publishedAt: Schema.Attribute.DateTime;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskNotification extends Struct.CollectionTypeSchema {
  collectionName: 'pd_notifications';
  info: {
    description: 'What somebody was told about a case, and whether they have read it';
    displayName: 'Notification \u63D0\u9192';
    pluralName: 'notifications';
    singularName: 'notification';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    caseDocumentId: Schema.Attribute.String & Schema.Attribute.Required;
    caseType: Schema.Attribute.String & Schema.Attribute.Required;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    dueAt: Schema.Attribute.DateTime;
    key: Schema.Attribute.String & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.notification'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    readAt: Schema.Attribute.DateTime;
    staff: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    template: Schema.Attribute.String & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    urgent: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    what: Schema.Attribute.String;
  };
}

export interface PluginPropertyDeskNotificationWish extends Struct.CollectionTypeSchema {
  collectionName: 'pd_notification_wishes';
  info: {
    description: 'How somebody wants to be told: mail, digest, sound';
    displayName: 'Notification wishes \u63D0\u9192\u8BBE\u7F6E';
    pluralName: 'notification-wishes';
    singularName: 'notification-wish';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    digest: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    digestOn: Schema.Attribute.String;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.notification-wish'> &
      Schema.Attribute.Private;
    mail: Schema.Attribute.Enumeration<['all', 'urgent', 'none']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'all'>;
    publishedAt: Schema.Attribute.DateTime;
    sound: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
    staff: Schema.Attribute.Relation<'oneToOne', 'plugin::property-desk.staff-member'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskObligation extends Struct.CollectionTypeSchema {
  collectionName: 'pd_obligations';
  info: {
    description: 'Somebody owes something by a time, and kept or broke it';
    displayName: 'Obligation \u8D23\u4EFB';
    pluralName: 'obligations';
    singularName: 'obligation';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        caseType: 'case';
        outcome: 'outcome';
        ownerRole: 'role';
        what: 'obligation';
      };
    };
  };
  attributes: {
    article: Schema.Attribute.String & Schema.Attribute.Required;
    brokenAt: Schema.Attribute.DateTime;
    brokenBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    caseDocumentId: Schema.Attribute.String & Schema.Attribute.Required;
    caseNumber: Schema.Attribute.String;
    caseType: Schema.Attribute.String & Schema.Attribute.Required;
    closedAt: Schema.Attribute.DateTime;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    dueAt: Schema.Attribute.DateTime & Schema.Attribute.Required;
    level: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.obligation'> &
      Schema.Attribute.Private;
    openedAt: Schema.Attribute.DateTime & Schema.Attribute.Required;
    openedBy: Schema.Attribute.String;
    outcome: Schema.Attribute.Enumeration<['kept', 'broken', 'renegotiated', 'void']>;
    ownerRole: Schema.Attribute.String;
    ownerStaff: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    policyVersion: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    reason: Schema.Attribute.Text;
    rule: Schema.Attribute.String;
    settledAt: Schema.Attribute.DateTime;
    settledBy: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    warnAt: Schema.Attribute.DateTime;
    warnedAt: Schema.Attribute.DateTime;
    what: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface PluginPropertyDeskOutboxMessage extends Struct.CollectionTypeSchema {
  collectionName: 'pd_outbox';
  info: {
    description: 'Messages on their way out, one for each recipient';
    displayName: 'Outbox \u5F85\u53D1\u6D88\u606F';
    pluralName: 'outbox-messages';
    singularName: 'outbox-message';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        caseType: 'case';
        channel: '';
        reason: 'outbox.reason';
        state: '';
      };
    };
  };
  attributes: {
    attempts: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    body: Schema.Attribute.Text;
    caseDocumentId: Schema.Attribute.String;
    caseType: Schema.Attribute.String;
    channel: Schema.Attribute.String & Schema.Attribute.Required;
    claimedBy: Schema.Attribute.String;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    error: Schema.Attribute.Text;
    key: Schema.Attribute.String & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.outbox-message'> &
      Schema.Attribute.Private;
    messageId: Schema.Attribute.String & Schema.Attribute.Required;
    nextAttemptAt: Schema.Attribute.DateTime & Schema.Attribute.Required;
    publishedAt: Schema.Attribute.DateTime;
    reason: Schema.Attribute.String;
    recipient: Schema.Attribute.String & Schema.Attribute.Required;
    sentAt: Schema.Attribute.DateTime;
    state: Schema.Attribute.Enumeration<['pending', 'sending', 'sent', 'dead']> & Schema.Attribute.Required;
    subject: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskParkingSpace extends Struct.CollectionTypeSchema {
  collectionName: 'pd_parking_spaces';
  info: {
    description: 'A parking space and whose it is';
    displayName: 'Parking space \u8F66\u4F4D';
    pluralName: 'parking-spaces';
    singularName: 'parking-space';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        kind: 'parking-space.kind';
      };
    };
  };
  attributes: {
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'> & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    from: Schema.Attribute.DateTime;
    household: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.household'>;
    kind: Schema.Attribute.Enumeration<['bought', 'rented', 'public']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'rented'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.parking-space'> &
      Schema.Attribute.Private;
    notes: Schema.Attribute.Text;
    number: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30;
      }>;
    place: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    until: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskPolicy extends Struct.CollectionTypeSchema {
  collectionName: 'pd_policies';
  info: {
    description: 'The document whose rules drive the clocks (articles 1 to 17)';
    displayName: 'Policy \u7BA1\u7406\u5236\u5EA6';
    pluralName: 'policies';
    singularName: 'policy';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        state: 'policy.state';
      };
    };
  };
  attributes: {
    approvedAt: Schema.Attribute.DateTime;
    approvedDigest: Schema.Attribute.String & Schema.Attribute.Private;
    approver: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    author: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    authorMark: Schema.Attribute.String & Schema.Attribute.Private;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    companyName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    draftedBy: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    draftedOn: Schema.Attribute.Date;
    dueAt: Schema.Attribute.DateTime;
    editorMark: Schema.Attribute.String & Schema.Attribute.Private;
    effectiveAt: Schema.Attribute.DateTime;
    effectiveOn: Schema.Attribute.Date;
    endedAt: Schema.Attribute.DateTime;
    lastEditor: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.policy'> & Schema.Attribute.Private;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    promulgateAt: Schema.Attribute.DateTime & Schema.Attribute.Private;
    public: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    publishedAt: Schema.Attribute.DateTime;
    repealReason: Schema.Attribute.String;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    state: Schema.Attribute.Enumeration<
      ['draft', 'submitted', 'approved', 'effective', 'superseded', 'repealed', 'discarded']
    > &
      Schema.Attribute.Required;
    submittedAt: Schema.Attribute.DateTime;
    supersedes: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.policy'>;
    title: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskPolicyAcknowledgement extends Struct.CollectionTypeSchema {
  collectionName: 'pd_policy_acknowledgements';
  info: {
    description: 'Who has read which version and when; kept by the desk';
    displayName: 'Policy acknowledgement \u5236\u5EA6\u786E\u8BA4';
    pluralName: 'policy-acknowledgements';
    singularName: 'policy-acknowledgement';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    at: Schema.Attribute.DateTime & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.policy-acknowledgement'> &
      Schema.Attribute.Private;
    policy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.policy'>;
    publishedAt: Schema.Attribute.DateTime;
    staff: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskPolicyArticle extends Struct.CollectionTypeSchema {
  collectionName: 'pd_policy_articles';
  info: {
    description: 'One article of a policy';
    displayName: 'Policy article \u5236\u5EA6\u6761\u6587';
    pluralName: 'policy-articles';
    singularName: 'policy-article';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    body: Schema.Attribute.Blocks & Schema.Attribute.Required;
    chapter: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 99;
          min: 1;
        },
        number
      >;
    chapterTitle: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.policy-article'> &
      Schema.Attribute.Private;
    number: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 999;
          min: 1;
        },
        number
      >;
    policy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.policy'> & Schema.Attribute.Required;
    publishedAt: Schema.Attribute.DateTime;
    title: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskPolicyRule extends Struct.CollectionTypeSchema {
  collectionName: 'pd_policy_rules';
  info: {
    description: 'A rule that a policy sets; where it sets none, the default applies';
    displayName: 'Policy rule \u5236\u5EA6\u89C4\u5219';
    pluralName: 'policy-rules';
    singularName: 'policy-rule';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        key: 'rule';
      };
    };
  };
  attributes: {
    article: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 999;
          min: 1;
        },
        number
      >;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    key: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.policy-rule'> &
      Schema.Attribute.Private;
    policy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.policy'> & Schema.Attribute.Required;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    value: Schema.Attribute.JSON & Schema.Attribute.Required;
  };
}

export interface PluginPropertyDeskPost extends Struct.CollectionTypeSchema {
  collectionName: 'pd_posts';
  info: {
    description: 'A post with its duties and reporting line';
    displayName: 'Post \u5C97\u4F4D';
    pluralName: 'posts';
    singularName: 'post';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        role: 'role';
      };
    };
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    duties: Schema.Attribute.Text;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.post'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    reportsTo: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.post'>;
    role: Schema.Attribute.Enumeration<['manager', 'supervisor', 'specialist', 'receptionist', 'engineer']> &
      Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskPresence extends Struct.CollectionTypeSchema {
  collectionName: 'pd_presences';
  info: {
    description: 'Who has a case open just now; nothing is kept of it';
    displayName: 'Presence';
    pluralName: 'presences';
    singularName: 'presence';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    caseDocumentId: Schema.Attribute.String & Schema.Attribute.Required;
    caseType: Schema.Attribute.String & Schema.Attribute.Required;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    doing: Schema.Attribute.Enumeration<['viewing', 'acting']> & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.presence'> & Schema.Attribute.Private;
    name: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    seenAt: Schema.Attribute.DateTime & Schema.Attribute.Required;
    tab: Schema.Attribute.String & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    who: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface PluginPropertyDeskPreventiveAction extends Struct.CollectionTypeSchema {
  collectionName: 'pd_preventive_actions';
  info: {
    description: 'What must be done so that a complaint does not happen again (article 10)';
    displayName: 'Preventive action \u6574\u6539\u63AA\u65BD';
    pluralName: 'preventive-actions';
    singularName: 'preventive-action';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        state: 'preventive-action.state';
      };
    };
  };
  attributes: {
    cancelReason: Schema.Attribute.Text;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    complaint: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.complaint'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    doneAt: Schema.Attribute.DateTime;
    doneText: Schema.Attribute.Text;
    dueAt: Schema.Attribute.DateTime;
    endedAt: Schema.Attribute.DateTime;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.preventive-action'> &
      Schema.Attribute.Private;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    owner: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    promisedAt: Schema.Attribute.DateTime;
    publishedAt: Schema.Attribute.DateTime;
    recurrence: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.complaint'>;
    recurrenceOf: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.preventive-action'>;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    state: Schema.Attribute.Enumeration<['open', 'done', 'recurred', 'cancelled']> & Schema.Attribute.Required;
    title: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    what: Schema.Attribute.Text;
  };
}

export interface PluginPropertyDeskRenovation extends Struct.CollectionTypeSchema {
  collectionName: 'pd_renovations';
  info: {
    description: 'Renovation of a flat: permit, contractor, dates, acceptance';
    displayName: 'Renovation \u88C5\u4FEE';
    pluralName: 'renovations';
    singularName: 'renovation';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        progress: 'renovation.progress';
      };
    };
  };
  attributes: {
    contactName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    contactTelephone: Schema.Attribute.String;
    content: Schema.Attribute.Text;
    contractor: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    depositFen: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    endsOn: Schema.Attribute.Date;
    household: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.household'> & Schema.Attribute.Required;
    inspectedAt: Schema.Attribute.DateTime;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.renovation'> &
      Schema.Attribute.Private;
    notes: Schema.Attribute.Text;
    permitNumber: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
    progress: Schema.Attribute.Enumeration<['applied', 'underway', 'to_inspect', 'accepted_work', 'stopped']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'applied'>;
    publishedAt: Schema.Attribute.DateTime;
    startsOn: Schema.Attribute.Date;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskResident extends Struct.CollectionTypeSchema {
  collectionName: 'pd_residents';
  info: {
    description: 'A person of a household; the telephone is kept encrypted';
    displayName: 'Resident \u4F4F\u6237\u6210\u5458';
    pluralName: 'residents';
    singularName: 'resident';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        kind: 'resident.kind';
      };
    };
  };
  attributes: {
    agreesToMail: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    agreesToText: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    homeCommunity: Schema.Attribute.Integer & Schema.Attribute.Private;
    household: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.household'> & Schema.Attribute.Required;
    identityNumber: Schema.Attribute.String;
    identityNumberHash: Schema.Attribute.String & Schema.Attribute.Private;
    initials: Schema.Attribute.String & Schema.Attribute.Private;
    kind: Schema.Attribute.Enumeration<['owner', 'family', 'tenant']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'owner'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.resident'> & Schema.Attribute.Private;
    mail: Schema.Attribute.Text;
    movedInAt: Schema.Attribute.DateTime;
    movedOutAt: Schema.Attribute.DateTime;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    pinyin: Schema.Attribute.String & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    relation: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20;
      }>;
    restrictedAt: Schema.Attribute.DateTime;
    telephone: Schema.Attribute.String;
    telephoneHash: Schema.Attribute.String & Schema.Attribute.Private;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    user: Schema.Attribute.Relation<'manyToOne', 'plugin::users-permissions.user'>;
    verified: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
  };
}

export interface PluginPropertyDeskSequence extends Struct.CollectionTypeSchema {
  collectionName: 'pd_sequences';
  info: {
    description: 'Last number given out, by kind and period';
    displayName: 'Sequence';
    pluralName: 'sequences';
    singularName: 'sequence';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    key: Schema.Attribute.String & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.sequence'> & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    value: Schema.Attribute.Integer & Schema.Attribute.Required;
  };
}

export interface PluginPropertyDeskStaffMember extends Struct.CollectionTypeSchema {
  collectionName: 'pd_staff_members';
  info: {
    description: 'Ties an admin user to a post and to communities';
    displayName: 'Staff member \u5458\u5DE5';
    pluralName: 'staff-members';
    singularName: 'staff-member';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
    communities: Schema.Attribute.Relation<'manyToMany', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.staff-member'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    post: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.post'> & Schema.Attribute.Required;
    publishedAt: Schema.Attribute.DateTime;
    telephone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    user: Schema.Attribute.Relation<'oneToOne', 'admin::user'>;
  };
}

export interface PluginPropertyDeskStartKey extends Struct.CollectionTypeSchema {
  collectionName: 'pd_start_keys';
  info: {
    description: 'By which a form that is sent twice starts one case';
    displayName: 'Start key';
    pluralName: 'start-keys';
    singularName: 'start-key';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    at: Schema.Attribute.DateTime & Schema.Attribute.Required;
    caseDocumentId: Schema.Attribute.String & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    fingerprint: Schema.Attribute.String & Schema.Attribute.Required;
    key: Schema.Attribute.String & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.start-key'> & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskTicket extends Struct.CollectionTypeSchema {
  collectionName: 'pd_tickets';
  info: {
    description: 'A repair, from the request to the archive (article 9)';
    displayName: 'Ticket \u62A5\u4FEE\u5DE5\u5355';
    pluralName: 'tickets';
    singularName: 'ticket';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        outcome: 'ticket.outcome';
        priority: 'ticket.priority';
        source: 'ticket.source';
        state: 'ticket.state';
      };
    };
  };
  attributes: {
    acceptedAt: Schema.Attribute.DateTime;
    assignee: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    building: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.building'>;
    cancelReason: Schema.Attribute.String;
    category: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.ticket-category'>;
    categoryName: Schema.Attribute.String;
    community: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.community'>;
    completedAt: Schema.Attribute.DateTime;
    completedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    contactTelephone: Schema.Attribute.String;
    contactTelephoneHash: Schema.Attribute.String & Schema.Attribute.Private;
    contractor: Schema.Attribute.String;
    cost: Schema.Attribute.Integer;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.Text;
    dispatchedAt: Schema.Attribute.DateTime;
    dispatchedBy: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.staff-member'>;
    dueAt: Schema.Attribute.DateTime;
    duplicateOf: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.ticket'>;
    endedAt: Schema.Attribute.DateTime;
    followUpAttempts: Schema.Attribute.Integer;
    followUpDays: Schema.Attribute.JSON;
    followUpWords: Schema.Attribute.Text;
    holdReason: Schema.Attribute.String;
    household: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.household'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.ticket'> & Schema.Attribute.Private;
    number: Schema.Attribute.String & Schema.Attribute.Required;
    outcome: Schema.Attribute.Enumeration<['satisfied', 'unsatisfied', 'unreachable']>;
    parts: Schema.Attribute.JSON;
    photoCount: Schema.Attribute.Integer;
    place: Schema.Attribute.String;
    priority: Schema.Attribute.Enumeration<['ordinary', 'urgent']>;
    promisedAt: Schema.Attribute.DateTime;
    publicPlace: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    ratingAttitude: Schema.Attribute.Integer;
    ratingOverall: Schema.Attribute.Integer;
    ratingQuality: Schema.Attribute.Integer;
    reporterName: Schema.Attribute.String;
    residentOutcome: Schema.Attribute.Enumeration<['satisfied', 'unsatisfied']>;
    residentRatingAttitude: Schema.Attribute.Integer;
    residentRatingOverall: Schema.Attribute.Integer;
    residentRatingQuality: Schema.Attribute.Integer;
    residentWords: Schema.Attribute.Text;
    revision: Schema.Attribute.Integer & Schema.Attribute.Required;
    rework: Schema.Attribute.Integer;
    source: Schema.Attribute.Enumeration<['phone', 'visit', 'chat', 'patrol', 'app', 'web', 'integration']>;
    startedAt: Schema.Attribute.DateTime;
    state: Schema.Attribute.Enumeration<
      [
        'submitted',
        'accepted',
        'dispatched',
        'in_progress',
        'on_hold',
        'completed',
        'confirmed',
        'archived',
        'cancelled',
      ]
    > &
      Schema.Attribute.Required;
    title: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    wishedFor: Schema.Attribute.DateTime;
    workDone: Schema.Attribute.Text;
  };
}

export interface PluginPropertyDeskTicketCategory extends Struct.CollectionTypeSchema {
  collectionName: 'pd_ticket_categories';
  info: {
    displayName: 'Ticket category \u62A5\u4FEE\u7C7B\u522B';
    pluralName: 'ticket-categories';
    singularName: 'ticket-category';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    hours: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 720;
          min: 1;
        },
        number
      >;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.ticket-category'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    position: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 9999;
          min: 0;
        },
        number
      >;
    publishedAt: Schema.Attribute.DateTime;
    suggestedAssignees: Schema.Attribute.Relation<'manyToMany', 'plugin::property-desk.staff-member'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskTokenBinding extends Struct.CollectionTypeSchema {
  collectionName: 'pd_token_bindings';
  info: {
    description: 'Communities in which an API token may open cases';
    displayName: 'API token \u63A5\u53E3\u4EE4\u724C\u7ED1\u5B9A';
    pluralName: 'token-bindings';
    singularName: 'token-binding';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    communities: Schema.Attribute.Relation<'manyToMany', 'plugin::property-desk.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.token-binding'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    tokenName: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Unique;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginPropertyDeskVehicle extends Struct.CollectionTypeSchema {
  collectionName: 'pd_vehicles';
  info: {
    description: "A household's vehicle; its plate is looked up by";
    displayName: 'Vehicle \u8F66\u8F86';
    pluralName: 'vehicles';
    singularName: 'vehicle';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
    'property-desk': {
      words: {
        energy: 'vehicle.energy';
      };
    };
  };
  attributes: {
    brand: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
    colour: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    energy: Schema.Attribute.Enumeration<['fuel', 'electric', 'hybrid']>;
    from: Schema.Attribute.DateTime;
    household: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.household'> & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::property-desk.vehicle'> & Schema.Attribute.Private;
    notes: Schema.Attribute.Text;
    parkingSpace: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.parking-space'>;
    plate: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 12;
      }>;
    plateEnd: Schema.Attribute.String & Schema.Attribute.Private;
    plateKey: Schema.Attribute.String & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    resident: Schema.Attribute.Relation<'manyToOne', 'plugin::property-desk.resident'>;
    until: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginReviewWorkflowsWorkflow extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_workflows';
  info: {
    description: '';
    displayName: 'Workflow';
    name: 'Workflow';
    pluralName: 'workflows';
    singularName: 'workflow';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    contentTypes: Schema.Attribute.JSON & Schema.Attribute.Required & Schema.Attribute.DefaultTo<'[]'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::review-workflows.workflow'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Unique;
    publishedAt: Schema.Attribute.DateTime;
    stageRequiredToPublish: Schema.Attribute.Relation<'oneToOne', 'plugin::review-workflows.workflow-stage'>;
    stages: Schema.Attribute.Relation<'oneToMany', 'plugin::review-workflows.workflow-stage'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginReviewWorkflowsWorkflowStage extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_workflows_stages';
  info: {
    description: '';
    displayName: 'Stages';
    name: 'Workflow Stage';
    pluralName: 'workflow-stages';
    singularName: 'workflow-stage';
  };
  options: {
    draftAndPublish: false;
    version: '1.1.0';
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    color: Schema.Attribute.String & Schema.Attribute.DefaultTo<'#4945FF'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::review-workflows.workflow-stage'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String;
    permissions: Schema.Attribute.Relation<'manyToMany', 'admin::permission'>;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    workflow: Schema.Attribute.Relation<'manyToOne', 'plugin::review-workflows.workflow'>;
  };
}

export interface PluginUploadFile extends Struct.CollectionTypeSchema {
  collectionName: 'files';
  info: {
    description: '';
    displayName: 'File';
    pluralName: 'files';
    singularName: 'file';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    alternativeText: Schema.Attribute.Text;
    caption: Schema.Attribute.Text;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    ext: Schema.Attribute.String;
    focalPoint: Schema.Attribute.JSON;
    folder: Schema.Attribute.Relation<'manyToOne', 'plugin::upload.folder'> & Schema.Attribute.Private;
    folderPath: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    formats: Schema.Attribute.JSON;
    hash: Schema.Attribute.String & Schema.Attribute.Required;
    height: Schema.Attribute.Integer;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.file'> & Schema.Attribute.Private;
    mime: Schema.Attribute.String & Schema.Attribute.Required;
    name: Schema.Attribute.String & Schema.Attribute.Required;
    previewUrl: Schema.Attribute.Text;
    provider: Schema.Attribute.String & Schema.Attribute.Required;
    provider_metadata: Schema.Attribute.JSON;
    publishedAt: Schema.Attribute.DateTime;
    related: Schema.Attribute.Relation<'morphToMany'>;
    size: Schema.Attribute.Decimal & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    url: Schema.Attribute.Text & Schema.Attribute.Required;
    width: Schema.Attribute.Integer;
  };
}

export interface PluginUploadFolder extends Struct.CollectionTypeSchema {
  collectionName: 'upload_folders';
  info: {
    displayName: 'Folder';
    pluralName: 'folders';
    singularName: 'folder';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    children: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.folder'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    files: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.file'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.folder'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    parent: Schema.Attribute.Relation<'manyToOne', 'plugin::upload.folder'>;
    path: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    pathId: Schema.Attribute.Integer & Schema.Attribute.Required & Schema.Attribute.Unique;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginUsersPermissionsPermission extends Struct.CollectionTypeSchema {
  collectionName: 'up_permissions';
  info: {
    description: '';
    displayName: 'Permission';
    name: 'permission';
    pluralName: 'permissions';
    singularName: 'permission';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::users-permissions.permission'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    role: Schema.Attribute.Relation<'manyToOne', 'plugin::users-permissions.role'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginUsersPermissionsRole extends Struct.CollectionTypeSchema {
  collectionName: 'up_roles';
  info: {
    description: '';
    displayName: 'Role';
    name: 'role';
    pluralName: 'roles';
    singularName: 'role';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.String;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::users-permissions.role'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 3;
      }>;
    permissions: Schema.Attribute.Relation<'oneToMany', 'plugin::users-permissions.permission'>;
    publishedAt: Schema.Attribute.DateTime;
    type: Schema.Attribute.String & Schema.Attribute.Unique;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    users: Schema.Attribute.Relation<'oneToMany', 'plugin::users-permissions.user'>;
  };
}

export interface PluginUsersPermissionsUser extends Struct.CollectionTypeSchema {
  collectionName: 'up_users';
  info: {
    description: '';
    displayName: 'User';
    name: 'user';
    pluralName: 'users';
    singularName: 'user';
  };
  options: {
    draftAndPublish: false;
    timestamps: true;
  };
  attributes: {
    blocked: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    confirmationToken: Schema.Attribute.String & Schema.Attribute.Private;
    confirmed: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    email: Schema.Attribute.Email &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::users-permissions.user'> & Schema.Attribute.Private;
    password: Schema.Attribute.Password &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6;
      }>;
    provider: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    resetPasswordToken: Schema.Attribute.String & Schema.Attribute.Private;
    role: Schema.Attribute.Relation<'manyToOne', 'plugin::users-permissions.role'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    username: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 3;
      }>;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ContentTypeSchemas {
      'admin::api-token': AdminApiToken;
      'admin::api-token-permission': AdminApiTokenPermission;
      'admin::permission': AdminPermission;
      'admin::role': AdminRole;
      'admin::session': AdminSession;
      'admin::transfer-token': AdminTransferToken;
      'admin::transfer-token-permission': AdminTransferTokenPermission;
      'admin::user': AdminUser;
      'plugin::content-releases.release': PluginContentReleasesRelease;
      'plugin::content-releases.release-action': PluginContentReleasesReleaseAction;
      'plugin::i18n.locale': PluginI18NLocale;
      'plugin::property-desk.access-log-entry': PluginPropertyDeskAccessLogEntry;
      'plugin::property-desk.action-item': PluginPropertyDeskActionItem;
      'plugin::property-desk.archive-export': PluginPropertyDeskArchiveExport;
      'plugin::property-desk.archive-import': PluginPropertyDeskArchiveImport;
      'plugin::property-desk.archive-task': PluginPropertyDeskArchiveTask;
      'plugin::property-desk.binding': PluginPropertyDeskBinding;
      'plugin::property-desk.building': PluginPropertyDeskBuilding;
      'plugin::property-desk.calendar-day': PluginPropertyDeskCalendarDay;
      'plugin::property-desk.case-file': PluginPropertyDeskCaseFile;
      'plugin::property-desk.case-study': PluginPropertyDeskCaseStudy;
      'plugin::property-desk.case-study-term': PluginPropertyDeskCaseStudyTerm;
      'plugin::property-desk.community': PluginPropertyDeskCommunity;
      'plugin::property-desk.complaint': PluginPropertyDeskComplaint;
      'plugin::property-desk.complaint-category': PluginPropertyDeskComplaintCategory;
      'plugin::property-desk.consent': PluginPropertyDeskConsent;
      'plugin::property-desk.consent-statement': PluginPropertyDeskConsentStatement;
      'plugin::property-desk.data-request': PluginPropertyDeskDataRequest;
      'plugin::property-desk.document': PluginPropertyDeskDocument;
      'plugin::property-desk.document-term': PluginPropertyDeskDocumentTerm;
      'plugin::property-desk.event': PluginPropertyDeskEvent;
      'plugin::property-desk.household': PluginPropertyDeskHousehold;
      'plugin::property-desk.household-paper': PluginPropertyDeskHouseholdPaper;
      'plugin::property-desk.inquiry': PluginPropertyDeskInquiry;
      'plugin::property-desk.key': PluginPropertyDeskKey;
      'plugin::property-desk.letterhead': PluginPropertyDeskLetterhead;
      'plugin::property-desk.list-setting': PluginPropertyDeskListSetting;
      'plugin::property-desk.list-view': PluginPropertyDeskListView;
      'plugin::property-desk.loan': PluginPropertyDeskLoan;
      'plugin::property-desk.loose-file': PluginPropertyDeskLooseFile;
      'plugin::property-desk.notice': PluginPropertyDeskNotice;
      'plugin::property-desk.notice-posting': PluginPropertyDeskNoticePosting;
      'plugin::property-desk.notice-read': PluginPropertyDeskNoticeRead;
      'plugin::property-desk.notice-template': PluginPropertyDeskNoticeTemplate;
      'plugin::property-desk.notification': PluginPropertyDeskNotification;
      'plugin::property-desk.notification-wish': PluginPropertyDeskNotificationWish;
      'plugin::property-desk.obligation': PluginPropertyDeskObligation;
      'plugin::property-desk.outbox-message': PluginPropertyDeskOutboxMessage;
      'plugin::property-desk.parking-space': PluginPropertyDeskParkingSpace;
      'plugin::property-desk.policy': PluginPropertyDeskPolicy;
      'plugin::property-desk.policy-acknowledgement': PluginPropertyDeskPolicyAcknowledgement;
      'plugin::property-desk.policy-article': PluginPropertyDeskPolicyArticle;
      'plugin::property-desk.policy-rule': PluginPropertyDeskPolicyRule;
      'plugin::property-desk.post': PluginPropertyDeskPost;
      'plugin::property-desk.presence': PluginPropertyDeskPresence;
      'plugin::property-desk.preventive-action': PluginPropertyDeskPreventiveAction;
      'plugin::property-desk.renovation': PluginPropertyDeskRenovation;
      'plugin::property-desk.resident': PluginPropertyDeskResident;
      'plugin::property-desk.sequence': PluginPropertyDeskSequence;
      'plugin::property-desk.staff-member': PluginPropertyDeskStaffMember;
      'plugin::property-desk.start-key': PluginPropertyDeskStartKey;
      'plugin::property-desk.ticket': PluginPropertyDeskTicket;
      'plugin::property-desk.ticket-category': PluginPropertyDeskTicketCategory;
      'plugin::property-desk.token-binding': PluginPropertyDeskTokenBinding;
      'plugin::property-desk.vehicle': PluginPropertyDeskVehicle;
      'plugin::review-workflows.workflow': PluginReviewWorkflowsWorkflow;
      'plugin::review-workflows.workflow-stage': PluginReviewWorkflowsWorkflowStage;
      'plugin::upload.file': PluginUploadFile;
      'plugin::upload.folder': PluginUploadFolder;
      'plugin::users-permissions.permission': PluginUsersPermissionsPermission;
      'plugin::users-permissions.role': PluginUsersPermissionsRole;
      'plugin::users-permissions.user': PluginUsersPermissionsUser;
    }
  }
}
