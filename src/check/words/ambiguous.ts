/** Names of skills that are common English words too, in lower case. */
export const AMBIGUOUS: ReadonlySet<string> = new Set(
  'go,excel,react,express,swift,rust,sage,spring,scala,ruby,dart,spark,flask,chef,puppet,ansible,word,access,outlook,teams,slack,notion,figma community,jest,mocha,chai,ember,backbone,vue,angular,lit,next,nest,gin,echo,fiber,rocket,salt,consul,vault,nomad,helm,flux,argo,kafka,storm,hive,pig,impala,presto,looker,tableau,snowflake,redshift,athena,lambda,glue,sketch,blender,unity,unreal,maya,revit,drive,sheets,docs,forms,word,publisher,project,visio,access,stripe,square,shell,bash,make,git,c,r,d,lean,agile,scrum,sap,oracle,sas,julia,elixir,crystal,nim,zig,solid,rest,soap,ant,maven,gradle,travis,circle,sentry,datadog,splunk,elk,stata,spss,jasmine,cypress,playwright,selenium,cucumber,postman,insomnia,bootstrap,tailwind,less,sass,stylus,foundation,compass,haml,pug,twig,blade,symphony,epic,cerner,ray'
    .split(',')
    .filter(
      (word) =>
        ![
          'git',
          'sap',
          'sas',
          'sass',
          'git',
          'jest',
          'kafka',
          'mocha',
          'gradle',
          'scrum',
          'spss',
          'stata',
          'tableau',
          'visio',
          'revit',
          'redshift',
          'snowflake',
          'datadog',
          'splunk',
          'elk',
          'selenium',
          'cypress',
          'playwright',
          'angular',
          'vue',
          'scala',
          'bash',
          'ansible',
          'cerner',
        ].includes(word),
    ),
);
